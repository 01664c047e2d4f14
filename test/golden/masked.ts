const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z/g;
const CURSOR = /("(?:cursor|startCursor|endCursor)": )"[^"]+"/g;

/** An answer without what differs from run to run: ids, times and the cursors that hold them. */
export const masked = (answer: unknown): string =>
  `${JSON.stringify(answer, null, 2).replace(UUID, "…").replace(INSTANT, "…").replace(CURSOR, '$1"…"')}\n`;

const BREAKS = /\(SELECT |\(|\)| (?:(?<!DISTINCT )FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|LEFT JOIN|CROSS JOIN) /g;

/** A statement over many lines, so that a change of it can be read: one line per clause, indented by its brackets. */
export function laidOut(statement: string): string {
  let depth = 0;
  const line = (): string => `\n${"  ".repeat(depth)}`;
  const broken = statement
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\( | \)/g, (part) => part.trim())
    .replaceAll(BREAKS, (part) => {
      if (part === "(SELECT ") return `${(depth++, line())}${part}`;
      if (part === "(") depth++;
      if (part === ")") depth--;
      return part.length > 1 ? line() + part.trimStart() : part;
    });
  return `${broken.replaceAll(/ +$/gm, "").trim()}\n`;
}
