import { readFileSync, writeFileSync } from "node:fs";

/** What a process holds now and what it has held at most since the last reset, in MiB. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? NaN);
  return { now: kibibytes("VmRSS") / 1024, peak: kibibytes("VmHWM") / 1024 };
}

/** Lets the peak begin anew; where that is not allowed, it goes on counting from the start of the process. */
export function resetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // The peak then holds earlier cells as well.
  }
}
