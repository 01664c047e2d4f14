import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Load, LoadOptions, MakeLoad } from "./load.js";
import { plainLoad } from "./plain-load.js";

const run = promisify(execFile);

/** What makes the load: the named one, else wrk where it is installed, else autocannon, else a loop of our own, which is good enough for CPU per request. */
export async function generator(wanted?: string): Promise<{ name: string; load: MakeLoad }> {
  if (wanted === "loop") return { name: "a loop of our own", load: plainLoad };
  if (wanted !== "autocannon" && spawnSync("wrk", ["--version"]).error === undefined)
    return { name: "wrk", load: byWrk };
  try {
    const { byAutocannon } = await import("./autocannon-load.js");
    return { name: "autocannon", load: byAutocannon };
  } catch {
    return { name: "a loop of our own", load: plainLoad };
  }
}

async function byWrk({ origin, requests, headers, connections, seconds }: LoadOptions): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "requests");
    const lines = requests.map(({ method, target, body = "" }) => `${method}\t${target}\t${body}\n`);
    writeFileSync(file, lines.join(""));
    const script = join(import.meta.dirname, "wrk.lua");
    const args = ["-t1", `-c${connections}`, `-d${Math.ceil(seconds)}s`, "--timeout", "60s", "-s", script];
    for (const [name, value] of Object.entries(headers)) args.push("-H", `${name}: ${value}`);
    args.push(origin);
    const { stdout } = await run("wrk", args, { env: { ...process.env, BENCH_REQUESTS: file } });
    return JSON.parse(/^RESULT (.*)$/m.exec(stdout)?.[1] ?? "null") as Load;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
