import { codeOf } from "../error-code.js";

/** One sentence on why the database behind `url`, which stands in `variable`, does not let us in, without its password. */
export function refusal(url: string, error: unknown, variable: string): string {
  const { hostname, port, username, pathname } = new URL(url);
  const server = `${hostname || "localhost"}:${port || "5432"}`;
  const code = codeOf(error);
  if (code === "3D000")
    return `The database ${quoted(pathname.slice(1))} does not exist on ${server}: create it or correct ${variable}.`;
  if (code.startsWith("28"))
    return `The server ${server} refuses the user ${quoted(username)} or the password in ${variable}.`;
  if (code.startsWith("53"))
    return `The server ${server} takes no more connections: free some or raise max_connections.`;
  if (code.startsWith("57P")) return `The server ${server} is starting or stopping: wait for it and start again.`;
  return `The database server ${server} cannot be reached (${reasonOf(error)}): start it or correct ${variable}.`;
}

function reasonOf(error: unknown): string {
  const { message } = error as Error;
  return NETWORK[codeOf(error)] ?? (/timeout/.test(message) ? "no answer within 5 seconds" : message);
}

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the name cannot be resolved now",
  ETIMEDOUT: "no answer",
};

const quoted = (encoded: string): string => `"${decodeURIComponent(encoded)}"`;
