// The law in full, after a build: `npm run law`, or `npm run law -- 50 4,5,6` for so many questions of each of these seeds.
// Ends with 1 where the two paths differ.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const [runs = "900", seeds = "1,2,3"] = process.argv.slice(2);
const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"];
const child = spawn(process.execPath, [...jest, "test/law/gera", "test/law/library", "test/law/kept"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, LAW_RUNS: runs, LAW_SEEDS: seeds },
});

const sum = { questions: 0, planned: 0, resolved: 0, tooLarge: 0 };
createInterface({ input: child.stdout }).on("line", (line) => {
  const tally = /^law .*(\{.*\})$/.exec(line)?.[1];
  if (!tally) return;
  console.log(line);
  for (const [name, count] of Object.entries(JSON.parse(tally))) sum[name] += count;
});
child.on("close", (code) => {
  const { questions, planned, resolved, tooLarge } = sum;
  console.log(
    `${questions} questions, asked with ${planned + resolved + tooLarge} sets of variables: ${planned} planned, ${resolved} resolved, ${tooLarge} too large; ${code === 0 ? "both paths agree" : "THE PATHS DIFFER, or a run broke off"}`,
  );
  process.exitCode = code ?? 1;
});
