import type { KindSummary, LoadSummary } from "./summary.js";
import type { Problem } from "./problem.js";

const COUNTS = ["created", "changed", "unchanged", "rejected"] as const;

/** A summary for people: what is wrong, line by line, then an aligned table of the kinds. */
export function tableOf({ kinds, problems, seconds }: LoadSummary): string {
  const total = kinds.reduce(added, { kind: "total", created: 0, changed: 0, unchanged: 0, rejected: 0 });
  const rows = [...kinds, total].map((row) => [row.kind, ...COUNTS.map((count) => String(row[count]))]);
  const table = aligned([["", ...COUNTS], ...rows]);
  return [...problems.map(problemLine), ...table, `loaded in ${seconds.toFixed(1)} s`, ""].join("\n");
}

/** `measures.csv:12 starts_on: "2018-13" is not a possible date …` */
function problemLine({ place: { file, line, column }, reason }: Problem): string {
  return `${file}:${line}${column === undefined ? "" : ` ${column}`}: ${reason.en}`;
}

function added(sum: KindSummary, next: KindSummary): KindSummary {
  const counts = COUNTS.map((count) => [count, sum[count] + next[count]]);
  return { ...sum, ...(Object.fromEntries(counts) as Record<(typeof COUNTS)[number], number>) };
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, index) => Math.max(...rows.map((row) => row[index]!.length)));
  return rows.map((row) =>
    row.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!))).join("  "),
  );
}
