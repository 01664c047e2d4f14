import type { IncomingMessage } from "node:http";

/**
 * The header Authorization of a request. Node keeps the first of several and says nothing; a proxy in front may have read another one,
 * so several are put together, which no token survives.
 */
export function authorizationOf({ headers, rawHeaders }: IncomingMessage): string | undefined {
  if (headers.authorization === undefined) return undefined;
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === "authorization",
  );
  return values.join(", ");
}
