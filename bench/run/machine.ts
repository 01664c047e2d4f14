import { cpus, totalmem } from "node:os";

/** What the numbers are measured on. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${cpus().length} × ${model}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`;
}
