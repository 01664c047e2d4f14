import { Presets, SingleBar } from "cli-progress";

/** Where an import shows how far it is: a terminal or a file. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Told how far an import is. */
export interface Progress {
  readonly start: (total: number) => void;
  readonly step: (kind: string, rows: number) => void;
  readonly stop: () => void;
}

/** A bar on a terminal; elsewhere a line for every kind that is done. */
export const progressOn = (output: Output): Progress => (output.isTTY ? barOn(output) : linesOn(output));

function barOn(output: Output): Progress {
  const options = { stream: output, format: "{bar} {value}/{total} {kind}", hideCursor: true, clearOnComplete: true };
  const bar = new SingleBar(options, Presets.shades_classic);
  return {
    start: (total) => {
      if (total > 0) bar.start(total, 0, { kind: "" });
    },
    step: (kind, rows) => bar.increment(rows, { kind }),
    stop: () => bar.stop(),
  };
}

function linesOn(output: Output): Progress {
  let current: string | undefined;
  let done = 0;
  const tell = () => {
    if (current !== undefined) output.write(`${current}: ${done} written\n`);
  };
  return {
    start: (total) => {
      if (total > 0) output.write(`Writing ${total} records\n`);
    },
    step: (kind, rows) => {
      if (kind !== current) {
        tell();
        [current, done] = [kind, 0];
      }
      done += rows;
    },
    stop: tell,
  };
}
