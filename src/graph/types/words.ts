import { registerEnumType } from "type-graphql";
import sql, { join, raw } from "sql-template-tag";
import { snakeCase } from "../declare/naming.js";
import { type ValueType, valueType } from "./value-type.js";

/** A closed list of words: English in the API, each with its German label. */
export interface Words<W extends string = string> extends ValueType {
  readonly labels: Readonly<Record<W, string>>;
}

/** The words of a list as a TypeScript type. */
export type WordOf<T> = T extends Words<infer W> ? W : never;

/** Declares a closed list of words; in PostgreSQL it is an enum type, so its order is the order given here. */
export function words<W extends string>(name: string, description: string, labels: Record<W, string>): Words<W> {
  const all = Object.keys(labels) as W[];
  const graphql = Object.fromEntries(all.map((word) => [word, word]));
  const valuesConfig = Object.fromEntries(all.map((word) => [word, { description: labels[word] }]));
  registerEnumType(graphql, { name, description, valuesConfig });
  const enumName = snakeCase(name);
  const cases = join(
    all.map((word) => sql`WHEN ${raw(`'${word}'`)} THEN ${raw(`'${labels[word].replaceAll("'", "''")}'`)}`),
    " ",
  );
  return {
    ...valueType({
      name,
      graphql,
      column: { type: "enum", enum: all, enumName },
      cast: `"${enumName}"`, // quoted: `precision` is a keyword
      accepts: (text) => (all as string[]).includes(text),
      render: (column) => sql`${column}::text`,
      say: (column) => sql`CASE ${column}::text ${cases} END`,
    }),
    labels,
  };
}
