import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { mapping as gera } from "../../seeds/gera/mapping.js";
import { createLog } from "../../src/platform/log.js";
import { loadSeeds } from "../../src/stewardship/import/load-seeds.js";
import type { Mapping } from "../../src/stewardship/import/mapping.js";
import type { Output } from "../../src/stewardship/import/progress.js";
import type { LoadSummary } from "../../src/stewardship/import/summary.js";
import type { TestGraph } from "../support/asking.js";

const log = createLog({ logLevel: "silent" });

/** What a load did and what it told. */
export interface Loaded extends LoadSummary {
  readonly told: string;
}

/** Files by name, as text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Loads a folder of these files, which is gone afterwards; by Gera's mapping if no other is given. */
export async function loadFiles(
  { graph, database }: TestGraph,
  files: Files,
  mapping: Mapping = gera,
): Promise<Loaded> {
  const folder = await mkdtemp(join(tmpdir(), "stadtgraph-files-"));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await listening((output) => loadSeeds({ graph, database, folder, log, output, mapping }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Loads Gera, after changing these texts in these files. */
export async function loadGera(world: TestGraph, changes: Readonly<Record<string, Change>> = {}): Promise<Loaded> {
  const folder = await mkdtemp(join(tmpdir(), "stadtgraph-gera-"));
  try {
    await cp("seeds/gera", folder, { recursive: true });
    for (const [name, [from, to]] of Object.entries(changes)) {
      const text = await readFile(join(folder, name), "utf8");
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
      await writeFile(join(folder, name), text.replace(from, to));
    }
    const { graph, database } = world;
    return await listening((output) => loadSeeds({ graph, database, folder, log, output, mapping: gera }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A text in a file, and what to put in its place. */
export type Change = readonly [from: string, to: string];

async function listening(work: (output: Output) => Promise<LoadSummary>): Promise<Loaded> {
  const output = new PassThrough();
  const summary = await work(output);
  return { ...summary, told: String(output.read() ?? "") };
}

/** The problems as `file:line column CODE`, in the order in which they were found. */
export const problemsOf = ({ problems }: LoadSummary): string[] =>
  problems.map(({ place: { file, line, column }, reason }) =>
    [`${file}:${line}`, column, reason.code].filter(Boolean).join(" "),
  );

/** How many records of all kinds had that fate. */
export const countOf = ({ kinds }: LoadSummary, fate: "created" | "changed" | "unchanged" | "rejected"): number =>
  kinds.reduce((sum, kind) => sum + kind[fate], 0);
