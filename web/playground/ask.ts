import type { ExecutionResult } from "graphql";
import type { Fetcher } from "@graphiql/toolkit";

/** Sends what the editor asks to this server's own endpoint; an answer that is no JSON becomes an error with the HTTP status. */
export const ask: Fetcher = async (params, options) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json;q=0.9",
      "content-type": "application/json",
      ...options?.headers,
    },
    body: JSON.stringify(params),
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as ExecutionResult;
  } catch {
    throw new Error(`Der Server antwortete mit ${response.status} ${response.statusText}, aber nicht mit JSON.`);
  }
};
