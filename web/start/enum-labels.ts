import { words } from "./words.js";

/** One value of an enum, as introspection tells it. */
export interface EnumValue {
  readonly name: string;
  readonly description: string | null;
}

/** Says the values of an enum for people: in German by the term that leads the value's description in the schema, in English by its own name. */
export function enumLabels(values: readonly EnumValue[]): (value: string) => string {
  const german = new Map(values.map(({ name, description }) => [name, description?.split(" – ")[0]]));
  return (value) => (words.locale === "de-DE" && german.get(value)) || value.toLowerCase().replaceAll("_", " ");
}
