import type { IncomingMessage } from "node:http";

/**
 * The header Authorization of a request. Node keeps the first of several and says nothing; a proxy in front may have read another one,
 * so several are put together, which no token survives.
 */
export function authorizationOf({ rawHeaders }: IncomingMessage): string | undefined {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === "authorization",
  );
  return values.length === 0 ? undefined : values.join(", ");
}
