import { ArgsType, Field, ID, Int } from "type-graphql";
import { BadUserInput } from "../../platform/errors.js";

/** Characters that a reason may have. */
const LONGEST = 1_000;

/** The arguments of a write that changes one row as a whole. */
@ArgsType()
export class WriteArgs {
  @Field(() => ID, { description: "Kennung des Eintrags" }) id!: string;
  @Field(() => Int, {
    description: "Fassung, die Sie gelesen haben; ist der Eintrag inzwischen weiter, ist es ein CONFLICT",
  })
  expectedVersion!: number;
  @Field(() => String, { description: `warum, für alle nachlesbar; 1 bis ${LONGEST} Zeichen` }) reason!: string;
}

/** Throws BadUserInput for a reason that says nothing or too much. */
export function demandReason({ reason }: Pick<WriteArgs, "reason">): void {
  if (reason.trim() !== "" && reason.length <= LONGEST) return;
  throw new BadUserInput(
    {
      en: `Give a reason of 1 to ${LONGEST} characters.`,
      de: `Geben Sie einen Grund von 1 bis ${LONGEST} Zeichen an.`,
    },
    { attribute: "reason", limit: LONGEST },
  );
}
