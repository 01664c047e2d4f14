/** Whether everything is asked for: `npm run faults`. `npm test` takes a sample where one fault is much like another. */
export const ALL = process.env.FAULTS === "told";

/** Tells what was measured, when everything is asked for. */
export function tell(name: string, figures: Readonly<Record<string, unknown>>): void {
  if (ALL) process.stdout.write(`fault ${name}: ${JSON.stringify(figures)}\n`);
}

/** All of these when everything is asked for, else the first ones. */
export const sampleOf = <T>(all: readonly T[], count: number): readonly T[] => (ALL ? all : all.slice(0, count));
