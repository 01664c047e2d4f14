import type { ASTVisitor, GraphQLError, ValidationContext } from "graphql";
import { BadUserInput } from "../../platform/errors.js";

/** Whether PostgreSQL can hold a text: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** The refusal of a text that no database can hold. */
export function notStorable(): GraphQLError {
  return new BadUserInput({
    en: "A text contains a NUL or half a character.",
    de: "Ein Text enthält ein NUL-Zeichen oder ein halbes Zeichen.",
  });
}

/** Refuses literals in a document that no database can hold. */
export function textRule(context: ValidationContext): ASTVisitor {
  return {
    StringValue({ value }) {
      if (!isStorable(value)) context.reportError(notStorable());
    },
  };
}
