import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ScaleResult } from "./results.js";
import { scaleTable, short, table } from "./table.js";
import { targets } from "./targets.js";

const bench = join(import.meta.dirname, "..");
const kept = join(bench, ".data/results");
const file = join(bench, "RESULTS.md");

/** Shows a run on the terminal. */
export function print(result: ScaleResult): void {
  console.log(scaleTable(result));
  console.log(targetTable([result]));
}

/** Keeps a run and writes RESULTS.md from the newest run of every scale; what somebody has written there about what is missed stays. */
export function save(result: ScaleResult): void {
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${result.scale}.json`), JSON.stringify(result, null, 1));
  writeFileSync(file, report(all(), byHand()));
}

const byHand = (): string =>
  existsSync(file) ? (/^## What is missed[^]*?(?=^## Targets)/m.exec(readFileSync(file, "utf8"))?.[0] ?? "") : "";

function all(): ScaleResult[] {
  if (!existsSync(kept)) return [];
  return readdirSync(kept)
    .map((name) => JSON.parse(readFileSync(join(kept, name), "utf8")) as ScaleResult)
    .sort((one, other) => one.scale - other.scale);
}

function report(results: readonly ScaleResult[], missed: string): string {
  const parts = results.map(
    (result) => `## Scale ${result.scale}\n\n${preamble(result)}\n\n${scaleTable(result)}\n\n${peerTable(result)}`,
  );
  return `# Results\n\nWritten by \`npm run bench\`; README.md says how to read it.\n\n${missed}## Targets\n\n${targetTable(results)}\n\n${parts.join("\n\n")}\n`;
}

const preamble = ({ date, machine, set }: ScaleResult): string => `${date.replace("T", " ")} UTC · ${machine} · ${set}`;

function peerTable({ peers }: ScaleResult): string {
  const rows = peers.map(({ title, missing, firstAnswer, idleMemory }) => [
    title,
    missing ?? "",
    firstAnswer === null ? "" : `${(firstAnswer / 1000).toFixed(2)} s`,
    idleMemory === null ? "" : `${Math.round(idleMemory)} MiB`,
  ]);
  return table([["peer", "", "start to first answer", "memory when idle"], ...rows]);
}

function targetTable(results: readonly ScaleResult[]): string {
  const rows = targets(results).map(({ text, scale, question, measured, wanted, held }) => [
    text,
    question,
    `×${scale}`,
    short(measured),
    wanted,
    held ? "✓" : "**✗**",
  ]);
  return table([["target", "question", "scale", "measured", "wanted", ""], ...rows]);
}
