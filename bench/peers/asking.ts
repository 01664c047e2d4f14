import { createHash } from "node:crypto";
import type { Sent } from "../measure/load.js";
import { JSON_TYPE } from "../measure/load.js";
import type { Answer, Ask, Body } from "../questions/question.js";
import type { Peer } from "./peer.js";
import type { RunningPeer } from "./running-peer.js";

type Headers = Readonly<Record<string, string>>;

/** What browsers send by HTTPS. */
const COMPRESSED: Headers = { "accept-encoding": "gzip, deflate, br" };

/** How a peer is asked, by whoever has these headers. */
export function askingOf(
  { path, asBrowser = false }: Peer,
  origin: string,
  given: Headers = {},
): Pick<RunningPeer, "headers" | "sent" | "ask"> {
  const headers = asBrowser ? { ...given, ...COMPRESSED } : given;
  const sent = (body: Body): Sent => (asBrowser ? byHash(path, body) : posted(path, body));
  const answer = (request: Sent) => answerOf(origin, request, headers);
  const ask: Ask = async (body) =>
    dataOf((await answer(sent(body))) ?? (await answer(withDocument(sent(body), body.query))));
  return { headers, sent, ask };
}

const posted = (target: string, body: Body): Sent => ({ method: "POST", target, body: JSON.stringify(body) });

/** https://www.apollographql.com/docs/apollo-server/performance/apq: the document by its hash. */
function byHash(path: string, { query, variables }: Body): Sent {
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const search = new URLSearchParams({ extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash } }) });
  if (variables) search.set("variables", JSON.stringify(variables));
  return { method: "GET", target: `${path}?${search}` };
}

const withDocument = ({ method, target }: Sent, query: string): Sent => ({
  method,
  target: `${target}&${new URLSearchParams({ query })}`,
});

interface Answered {
  readonly data?: Answer;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** What comes back; nothing where the server has to be told the document first. */
async function answerOf(origin: string, { method, target, body }: Sent, given: Headers): Promise<Answered | undefined> {
  const headers = body === undefined ? given : { ...given, ...JSON_TYPE };
  const response = await fetch(origin + target, { method, headers, ...(body !== undefined && { body }) });
  const answered = (await response.json()) as Answered;
  return answered.errors?.[0]?.extensions?.code === "PERSISTED_QUERY_NOT_FOUND" ? undefined : answered;
}

function dataOf(answered: Answered | undefined): Answer {
  const { data, errors } = answered ?? {};
  if (errors !== undefined || data == null) throw new Error(`An answer is ${JSON.stringify(answered).slice(0, 500)}`);
  return data;
}
