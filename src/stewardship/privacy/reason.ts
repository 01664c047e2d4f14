import { BadUserInput } from "../../platform/errors.js";

/** A reason as it is written down: 1 to 500 characters in one line. Throws BadUserInput. */
export function demandReason(reason: string): string {
  const said = reason.trim();
  if (/^[^\p{Cc}]{1,500}$/u.test(said)) return said;
  throw new BadUserInput(
    { en: "A reason of 1 to 500 characters is needed.", de: "Nennen Sie einen Grund von 1 bis 500 Zeichen." },
    { attribute: "reason" },
  );
}
