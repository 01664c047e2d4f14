import { readFileSync } from "node:fs";

// Loaded by `node --import` before a program: on SIGUSR2 its wall clock jumps by as many milliseconds as stand in the file CLOCK_FILE.
// Clocks that only go forward (performance.now, timers) stay as they are, as when somebody sets the time of a machine.

let shift = 0;
const Real = Date;

class ShiftedDate extends Real {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [ShiftedDate.now()] : given) as []));
  }

  static override now(): number {
    return Real.now() + shift;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;

process.on("SIGUSR2", () => {
  shift = Number(readFileSync(process.env["CLOCK_FILE"]!, "utf8"));
  process.stderr.write(`clock shifted by ${shift}\n`);
});
