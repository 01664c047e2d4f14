/** Shapes of what must not stand in any log, wherever it comes from: tokens, passwords in addresses, e-mail addresses. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[\w.~+/-]+=*/gi, "$1 …"],
  [/\beyJ[\w-]+\.[\w-]*\.?[\w-]*/g, "…"],
  // The part before the secret only names a token: an administrator reads it in the list of tokens.
  [/\b(sg_[0-9a-f]{16})_[\w-]+/g, "$1_…"],
  [/\bsg_(?![0-9a-f]{16}(?:\b|_…))[0-9a-f]{8,}[\w-]*/g, "sg_…"],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']*:[^\s/@"']*@/gi, "$1…@"],
  [/[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu, "…@…"],
];

/** A line of log without what looks like a secret or an e-mail address: the last net, under all others. */
export const withoutSecrets = (line: string): string =>
  SHAPES.reduce((text, [shape, instead]) => text.replaceAll(shape, instead), line);

/** Classes of SQLSTATE whose messages name parts of the schema or the server, never a value: syntax and names, sign-in, database, operation. */
const NAMES_ONLY = /^(?:42(?!601)|28|3D|57|53|08)/;

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|„[^“]*“/g;

/** A sentence without what it quotes. */
export const withoutQuoted = (sentence: string): string => sentence.replaceAll(QUOTED, '"…"');

/** What the sentence of an error says without the values that it repeats: they may be personal data. */
export function withoutValues(error: Error): string {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // What a trigger raises may repeat a value without any quotes.
  if (typeof code === "string" && code.startsWith("P0")) return "raised inside the database";
  const isHarmless = syscall !== undefined || (typeof code === "string" && NAMES_ONLY.test(code));
  return isHarmless ? error.message : withoutQuoted(error.message);
}
