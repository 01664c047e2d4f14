import type { FormattedExecutionResult } from "graphql";

/** Data that is JSON text already. */
export class PlainJson {
  constructor(readonly text: string) {}
}

/** A GraphQL answer as JSON text; what PostgreSQL has written goes through as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof PlainJson)) return `${JSON.stringify(result)}\n`;
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  return `{"data":${data.text}${extensions}}\n`;
}
