/** Tells what was measured, when `npm run faults` asks for it. */
export function tell(name: string, figures: Readonly<Record<string, unknown>>): void {
  if (process.env.FAULTS === "told") process.stdout.write(`fault ${name}: ${JSON.stringify(figures)}\n`);
}
