import { growthOf, type GrowthResult } from "./growth.js";
import { cpuOf, type Figures, figuresOf, type QuestionResult, type ScaleResult } from "./results.js";
import type { Target } from "./targets.js";

/** Rows as a Markdown table; the first is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index < 2 ? "---" : "---:"))), ...body.map(line)].join("\n");
}

const HEAD = ["question", "peer", "req/s", "p50 ms", "p99 ms", "Node ms", "PostgreSQL ms", "CPU × limit", "peak MiB"];

/** Everything that was measured at one scale. */
export function scaleTable(result: ScaleResult): string {
  return table([HEAD, ...result.questions.flatMap((question) => questionRows(question, result))]);
}

function questionRows({ name, title, cells }: QuestionResult, result: ScaleResult): string[][] {
  const limit = figuresOf(result, name, "limit");
  const rows = result.peers.flatMap((peer) => {
    const cell = cells[peer.name];
    return cell === undefined ? [] : [[peer.title, ...cellColumns(cell, limit)]];
  });
  return rows.map((row, index) => [index === 0 ? `**${name}** ${title}` : "", ...row]);
}

function cellColumns(cell: Figures | string, limit: Figures | undefined): string[] {
  if (typeof cell === "string") return [cell, "", "", "", "", "", ""];
  const { requestsPerSecond, p50, p99, nodeCpu, postgresCpu, peak } = cell;
  const ratio = limit ? (cpuOf(cell) / cpuOf(limit)).toFixed(2) : "";
  return [
    requestsPerSecond < 10 ? requestsPerSecond.toFixed(1) : String(Math.round(requestsPerSecond)),
    short(p50),
    short(p99),
    short(nodeCpu),
    postgresCpu === null ? "–" : short(postgresCpu),
    ratio,
    String(Math.round(peak)),
  ];
}

/** Three digits are more than these numbers hold; without end where the other one has answered nothing. */
export const short = (value: number): string =>
  value === Infinity ? "∞" : value >= 100 ? String(Math.round(value)) : value.toPrecision(value >= 1 ? 3 : 2);

/** Every promise, and whether it is kept. */
export const targetTable = (all: readonly Target[]): string =>
  table([
    ["target", "question", "scale", "measured", "wanted", ""],
    ...all.map(({ text, scale, question, measured, wanted, held }) => [
      text,
      question,
      `×${scale}`,
      short(measured),
      wanted,
      held ? "✓" : "**✗**",
    ]),
  ]);

/** What the servers cost before anything is asked of them. */
export const peerTable = ({ peers }: ScaleResult): string =>
  table([
    ["peer", "", "start to first answer", "memory when idle"],
    ...peers.map(({ title, missing, firstAnswer, idleMemory }) => [
      title,
      missing ?? "",
      firstAnswer === null ? "" : `${(firstAnswer / 1000).toFixed(2)} s`,
      idleMemory === null ? "" : `${Math.round(idleMemory)} MiB`,
    ]),
  ]);

/** What the size of the graph costs our server, beside what it costs the statement by hand. */
export const growthTable = (result: GrowthResult): string =>
  table([
    ["question", "", "scale", "ms before", "ms", "growth", "by hand"],
    ...growthOf(result).map(({ question, title, scale, before, after, ratio, limit }) => [
      `**${question}**`,
      title,
      `×${scale}`,
      short(before),
      short(after),
      short(ratio),
      limit === undefined ? "" : short(limit),
    ]),
  ]);
