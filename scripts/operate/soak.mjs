// Random questions over HTTP to a server of its own, in every role, after a build: `npm run soak`, or `npm run soak -- 100 6,7` for so many
// questions of each of these seeds. Ends with 1 where one ended in an internal error.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const [runs = "4000", seeds = "1,2,3,4,5"] = process.argv.slice(2);
const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"];
const child = spawn(process.execPath, [...jest, "test/fault/soak"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, SOAK_RUNS: runs, SOAK_SEEDS: seeds },
});

const sum = {};
createInterface({ input: child.stdout }).on("line", (line) => {
  const tally = /^soak .*(\{.*\})$/.exec(line)?.[1];
  if (!tally) return;
  console.log(line);
  for (const [name, count] of Object.entries(JSON.parse(tally))) sum[name] = (sum[name] ?? 0) + count;
});
child.on("close", (code) => {
  console.log(`${JSON.stringify(sum)}: ${code === 0 ? "no internal error" : "INTERNAL ERRORS, or a run broke off"}`);
  process.exitCode = code ?? 1;
});
