import type { ValueType } from "../../../graph/types/value-type.js";
import type { Words } from "../../../graph/types/words.js";
import type { Reason } from "../problem.js";
import { unknownWord, unreadable } from "../reasons.js";

/** By name of a type: what its values are, in both languages. */
const FORMS: Readonly<Record<string, readonly [en: string, de: string]>> = {
  PartialDate: [
    "a possible date like 2018, 2018-09 or 2018-09-27",
    "kein mögliches Datum wie 2018, 2018-09 oder 2018-09-27",
  ],
  Date: ["a possible day like 2018-09-27", "kein möglicher Tag wie 2018-09-27"],
  DateTime: ["a point in time like 2022-05-31T00:00:00Z", "kein Zeitpunkt wie 2022-05-31T00:00:00Z"],
  Time: ["a time like 09:00", "keine Uhrzeit wie 09:00"],
  Int: ["a whole number like 118", "keine ganze Zahl wie 118"],
  Decimal: ["a number like 411751.92", "keine Zahl wie 411751.92"],
  Boolean: ["true or false", "weder true noch false"],
  EmailAddress: ["an e-mail address", "keine E-Mail-Adresse"],
  URL: ["a web address that begins with https:// or http://", "keine Webadresse mit https:// oder http://"],
};

const isWords = (type: ValueType): type is Words => "labels" in type;

/** A text as a value of a declared type, or why it cannot be one. German labels of words are read as the words. */
export function valueOf(text: string, type: ValueType): string | Reason {
  if (type.accepts(text)) return text;
  if (isWords(type)) return wordOf(text, type);
  const [en, de] = FORMS[type.name] ?? [`a value of ${type.name}`, `kein Wert für ${type.name}`];
  return unreadable(text, en, de);
}

function wordOf(text: string, { labels }: Words): string | Reason {
  const meant = Object.entries(labels).find(([, label]) => label.toLowerCase() === text.toLowerCase());
  return meant?.[0] ?? unknownWord(text, Object.keys(labels));
}
