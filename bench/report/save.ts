import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GrowthResult } from "./growth.js";
import type { ScaleResult } from "./results.js";
import { growthTable, peerTable, scaleTable, targetTable } from "./table.js";
import { targets } from "./targets.js";

const bench = join(import.meta.dirname, "..");
const kept = join(bench, ".data/results");
const file = join(bench, "RESULTS.md");
const GROWTH = "growth.json";

/** Shows a run on the terminal. */
export function print(result: ScaleResult): void {
  console.log(scaleTable(result));
  console.log(targetTable(targets([result], undefined)));
}

/** Keeps a run and writes RESULTS.md from the newest run of every scale; what somebody has written there about what is missed stays. */
export const save = (result: ScaleResult): void => keep(`${result.scale}.json`, result);

/** The same for a run over graphs of several sizes. */
export function saveGrowth(result: GrowthResult): void {
  console.log(growthTable(result));
  keep(GROWTH, result);
}

function keep(name: string, result: ScaleResult | GrowthResult): void {
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, name), JSON.stringify(result, null, 1));
  writeFileSync(file, report());
}

const byHand = (): string =>
  existsSync(file) ? (/^## What is missed[^]*?(?=^## Targets)/m.exec(readFileSync(file, "utf8"))?.[0] ?? "") : "";

const read = <Result>(name: string): Result => JSON.parse(readFileSync(join(kept, name), "utf8")) as Result;

function report(): string {
  const names = readdirSync(kept);
  const results = names
    .filter((name) => name !== GROWTH)
    .map((name) => read<ScaleResult>(name))
    .sort((one, other) => one.scale - other.scale);
  const grown = names.includes(GROWTH) ? read<GrowthResult>(GROWTH) : undefined;
  const parts = results.map(
    (result) => `## Scale ${result.scale}\n\n${preamble(result)}\n\n${scaleTable(result)}\n\n${peerTable(result)}`,
  );
  if (grown) parts.push(`## Growth\n\n${preamble(grown)}\n\n${growthTable(grown)}`);
  const promised = targetTable(targets(results, grown));
  return `# Results\n\nWritten by \`npm run bench\`; README.md says how to read it.\n\n${byHand()}## Targets\n\n${promised}\n\n${parts.join("\n\n")}\n`;
}

const preamble = ({ date, machine, set }: ScaleResult | GrowthResult): string =>
  `${date.replace("T", " ")} UTC · ${machine} · ${set}`;
