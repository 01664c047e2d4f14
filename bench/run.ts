// npm run bench: asks all peers the same questions over the same data and writes RESULTS.md.
import { readFailures } from "./report/quick.js";
import { print, save } from "./report/save.js";
import { measureScale } from "./run/measure-scale.js";
import { optionsOf } from "./run/options.js";

const options = optionsOf(process.argv.slice(2));
for (const scale of options.scales) {
  const result = await measureScale(scale, options, (line) => console.error(line));
  print(result);
  if (options.quick) {
    const failures = readFailures(result);
    for (const failure of failures) console.error(failure);
    process.exitCode = failures.length > 0 ? 1 : 0;
  } else save(result);
}
