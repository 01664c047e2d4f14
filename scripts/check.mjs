// Runs every script named check:… of package.json, two at a time, and tells what all of them found; ends with 1 if any failed.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const waiting = Object.keys(scripts).filter((name) => name.startsWith("check:"));

async function workThrough() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name);
}

async function run(name) {
  const started = performance.now();
  const { code, output } = await ended(spawn(scripts[name], { shell: true, stdio: ["ignore", "pipe", "pipe"] }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? "✔" : "✘"} ${name} (${seconds} s)\n${output.trim()}`.trim());
  if (code !== 0) process.exitCode = 1;
}

function ended(child) {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

await Promise.all([workThrough(), workThrough()]);
