// npm run bench: asks all peers the same questions over the same data and writes RESULTS.md.
import { type TooDear, tooDearIn } from "./report/quick.js";
import { print, save } from "./report/save.js";
import { measureScale } from "./run/measure-scale.js";
import { type Options, optionsOf } from "./run/options.js";

const options = optionsOf(process.argv.slice(2));
for (const scale of options.scales) {
  const found = await measured(scale, options);
  if (!options.quick) continue;
  const left = found.length > 0 ? await askedAgain(scale, found) : [];
  if (left.length > 0) process.exitCode = 1;
}

async function measured(scale: number, asked: Options): Promise<TooDear[]> {
  const result = await measureScale(scale, asked, (line) => console.error(line));
  print(result);
  if (!asked.quick) save(result);
  const found = asked.quick ? tooDearIn(result) : [];
  for (const { why } of found) console.error(why);
  return found;
}

/** Somebody else on the machine can make a question dear in all its rounds; what is dear of itself is so in twice as many. */
function askedAgain(scale: number, found: readonly TooDear[]): Promise<TooDear[]> {
  const questions = options.questions.filter(({ name }) => found.some(({ question }) => question === name));
  console.error(`asked again: ${questions.map(({ name }) => name).join(", ")}`);
  return measured(scale, { ...options, questions, rounds: 2 * options.rounds });
}
