import { words } from "./words.js";

/** One value of an enum, as introspection tells it. */
export interface EnumValue {
  readonly name: string;
  readonly description: string | null;
}

/** Says a status for people: in German by the term that leads its description in the schema, in English by its own name. */
export function statusLabels(values: readonly EnumValue[]): (status: string) => string {
  const german = new Map(values.map(({ name, description }) => [name, description?.split(" – ")[0]]));
  return (status) =>
    capitalised((words.locale === "de-DE" && german.get(status)) || status.toLowerCase().replaceAll("_", " "));
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
