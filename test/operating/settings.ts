/** A name of a setting in the way that a guide writes it: alone or with its value, between backticks or at the start of a line. */
const SETTING = /(?:^ *|`)([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)(?=[=`])/gmu;

/** What the guide writes in capitals without it being a setting of the server. */
const OTHERS: ReadonlySet<string> = new Set(["LIMIT_EXCEEDED", "SERVICE_UNAVAILABLE", "INTERNAL_SERVER_ERROR"]);

/** Settings that a text names and the server does not know. */
export const unknownIn = (text: string, known: readonly string[]): string[] =>
  [...new Set([...text.matchAll(SETTING)].map(([, name = ""]) => name))].filter(
    (name) => !known.includes(name) && !OTHERS.has(name),
  );

/** Settings that the server knows and a text does not name as a whole word. */
export const missingFrom = (text: string, known: readonly string[]): string[] =>
  known.filter((name) => !new RegExp(`(?<![A-Z0-9_])${name}(?![A-Z0-9_])`, "u").test(text));
