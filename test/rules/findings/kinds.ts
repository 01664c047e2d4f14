import type { Attribute, Composite, Kind } from "../../../src/graph/model.js";
import type { ValueType } from "../../../src/graph/types/value-type.js";
import type { Words } from "../../../src/graph/types/words.js";
import { snakeCase } from "../../../src/graph/declare/naming.js";

/** What is said of kinds, attributes, links and enum values, and should be said otherwise. */
export const wordFindingsOf = (kinds: readonly Kind[]): string[] => kinds.flatMap((kind) => [...findingsOn(kind)]);

function* findingsOn(kind: Kind): Generator<string> {
  const { name, german, description, attributes, links } = kind;
  if (!isGerman(german) || !description.startsWith(`${german} – `))
    yield `${name}: its description does not start with its German term`;
  if (!isGerman(description.slice(german.length + 3))) yield `${name}: lacks a description in German`;
  for (const [field, { description: said }] of [...attributes, ...links])
    if (!isGerman(said)) yield `${name}.${field}: lacks a description in German`;
  for (const attribute of attributes.values()) yield* unlabelled(name, attribute);
}

/** Words that no German sentence has; names in quotation marks may be English. */
const ENGLISH = /\b(?:the|of|and|is|are|with|which|whether|for|its|name of|kind of|number of)\b/u;

const isGerman = (text: string): boolean =>
  /^\p{L}/u.test(text) && !ENGLISH.test(text.replaceAll(/„[^“]*“/gu, "")) && !/^\w*(?:[a-z][A-Z]|_)\w*$/u.test(text);

function* unlabelled(kind: string, attribute: Attribute): Generator<string> {
  const parts = attribute.shape === "value" ? [attribute] : partsOf(attribute.composite);
  for (const { name, type } of parts) {
    const labels = Object.entries(type && "labels" in type ? (type as Words).labels : {});
    for (const [word, label] of labels)
      if (!isGerman(label) || label === word)
        yield `${kind}.${attribute.name}: ${word} of ${name} lacks a label in German`;
  }
}

interface Part {
  readonly name: string;
  readonly type?: ValueType;
}

const partsOf = (item: Composite | ValueType): readonly Part[] =>
  "attributes" in item
    ? item.attributes.map((part) => (part.shape === "value" ? part : { name: part.name }))
    : [{ name: item.name, type: item }];

/** Kinds of which the city's data give no row. */
export const seedFindingsOf = (kinds: readonly Kind[], seeded: ReadonlySet<string>): string[] =>
  kinds.filter(({ name }) => !seeded.has(name)).map(({ name }) => `${name}: no file in seeds/gera yields one`);

/** Kinds without a test of their own. */
export const testFindingsOf = (kinds: readonly Kind[], files: readonly string[]): string[] =>
  kinds
    .map(({ name }) => ({ name, file: `${snakeCase(name).replaceAll("_", "-")}.test.ts` }))
    .filter(({ file }) => !files.includes(file))
    .map(({ name, file }) => `${name}: test/domain/${file} is missing`);
