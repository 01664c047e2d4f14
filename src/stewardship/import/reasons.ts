import type { Place } from "./read/row.js";
import type { Reason, ReasonCode } from "./problem.js";

const reason = (code: ReasonCode, en: string, de: string): Reason => ({ code, en, de });
const at = ({ file, line }: Place): string => `${file}:${line}`;
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** The file is not the CSV that it should be. */
export const broken = (en: string, de: string): Reason => reason("BROKEN_FILE", en, de);

/** Nothing says what the rows of the file are. */
export const unknownFile = (): Reason =>
  reason(
    "UNKNOWN_FILE",
    "No mapping lists this file and no kind is called so.",
    "Keine Zuordnung nennt diese Datei, und keine Art heißt so.",
  );

/** Nothing says what the cells of the column are. */
export const unknownColumn = (column: string): Reason =>
  reason("UNKNOWN_COLUMN", `Nothing reads the column "${column}".`, `Die Spalte „${column}“ ist nicht vorgesehen.`);

/** A column that is read is not there. */
export const missingColumn = (column: string): Reason =>
  reason("MISSING_COLUMN", `The column "${column}" is missing.`, `Die Spalte „${column}“ fehlt.`);

/** A value that must be there is not. */
export const missingValue = (field: string): Reason =>
  reason("MISSING_VALUE", `"${field}" must have a value.`, `„${field}“ braucht einen Wert.`);

/** The text cannot mean what it should; `like` shows how it should look. */
export const unreadable = (text: string, en: string, de: string): Reason =>
  reason("UNREADABLE_VALUE", `"${short(text)}" is not ${en}.`, `„${short(text)}“ ist ${de}.`);

/** The text is none of the words that are allowed here. */
export const unknownWord = (text: string, words: readonly string[]): Reason =>
  reason(
    "UNKNOWN_WORD",
    `"${short(text)}" is none of ${words.join(", ")}.`,
    `„${short(text)}“ ist keines der Wörter ${words.join(", ")}.`,
  );

/** Nothing has that key. */
export const unknownReference = (kinds: string, key: string): Reason =>
  reason("UNKNOWN_REFERENCE", `There is no ${kinds} "${short(key)}".`, `Es gibt „${short(key)}“ nicht (${kinds}).`);

/** What has that key stands in a file that is not loaded. */
export const leftOut = (key: string, file: string): Reason =>
  reason(
    "LEFT_OUT",
    `"${short(key)}" stands in ${file}, which is left out.`,
    `„${short(key)}“ steht in ${file}, und diese Datei wird nicht geladen.`,
  );

/** Another row of the file has the key already. */
export const duplicateKey = (key: string, first: Place): Reason =>
  reason(
    "DUPLICATE_KEY",
    `The key "${short(key)}" is already taken by ${at(first)}.`,
    `Den Schlüssel „${short(key)}“ hat schon ${at(first)}.`,
  );

/** Two rows say different things of the same field. */
export const contradiction = (field: string, first: Place): Reason =>
  reason(
    "CONTRADICTION",
    `${at(first)} says something else of "${field}".`,
    `${at(first)} sagt etwas anderes zu „${field}“.`,
  );

/** A rule of the database does not hold. */
export const refused = (en: string, de: string): Reason => reason("REFUSED", en, de);
