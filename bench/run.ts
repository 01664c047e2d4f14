// npm run bench: asks all peers the same questions over the same data and writes RESULTS.md.
import { readFailures } from "./report/quick.js";
import type { ScaleResult } from "./report/results.js";
import { print, save, saveGrowth } from "./report/save.js";
import { measureGrowth } from "./run/measure-growth.js";
import { measureScale } from "./run/measure-scale.js";
import { optionsOf } from "./run/options.js";

const options = optionsOf(process.argv.slice(2));
const told = (line: string): void => console.error(line);

if (options.growth) saveGrowth(await measureGrowth(options, told));
else for (const scale of options.scales) report(await measureScale(scale, options, told));

function report(result: ScaleResult): void {
  print(result);
  if (!options.quick) return save(result);
  const failures = readFailures(result);
  for (const failure of failures) told(failure);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
