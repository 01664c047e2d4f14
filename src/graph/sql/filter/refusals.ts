import { BadUserInput, LimitExceeded } from "../../../platform/errors.js";
import { FILTER_DEPTH, FILTER_WIDTH, SEARCH_LENGTH } from "../limits.js";

/** An explicit null where a value belongs would widen the answer without anyone noticing; it is refused. */
export function required(value: unknown, name: string): unknown {
  if (value !== null) return value;
  throw new BadUserInput(
    {
      en: `"${name}" in a filter cannot be null; leave it out, or ask with isNull.`,
      de: `„${name}“ darf in einem Filter nicht null sein; lassen Sie es weg oder fragen Sie mit isNull.`,
    },
    { attribute: name },
  );
}

/** The refusal of a filter that nests deeper than it may. */
export function tooDeep(): LimitExceeded {
  return new LimitExceeded(
    {
      en: `A filter may nest ${FILTER_DEPTH} levels deep.`,
      de: `Ein Filter darf höchstens ${FILTER_DEPTH} Ebenen tief sein.`,
    },
    { limit: FILTER_DEPTH },
  );
}

/** The refusal of a list in a filter that holds more than it may. */
export function tooWide(name: string): LimitExceeded {
  return new LimitExceeded(
    {
      en: `"${name}" in a filter may hold ${FILTER_WIDTH} entries.`,
      de: `„${name}“ darf in einem Filter höchstens ${FILTER_WIDTH} Einträge haben.`,
    },
    { attribute: name, limit: FILTER_WIDTH },
  );
}

/** The text of a full-text search, which may be as long as any search: PostgreSQL takes half a minute to look for 20,000 words. */
export function sought(text: string): string {
  if (text.length <= SEARCH_LENGTH) return text;
  throw new LimitExceeded(
    {
      en: `"matches" in a filter may have ${SEARCH_LENGTH} characters.`,
      de: `„matches“ darf in einem Filter höchstens ${SEARCH_LENGTH} Zeichen haben.`,
    },
    { attribute: "matches", limit: SEARCH_LENGTH },
  );
}

/** What an input object holds, absent fields left out. Throws BadUserInput when it is null. */
export function entriesOf(value: unknown, name: string): [string, unknown][] {
  return Object.entries(required(value, name) as object).filter(([, given]) => given !== undefined);
}
