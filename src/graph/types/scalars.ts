import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { BadUserInput } from "../../platform/errors.js";

/** Throws the coded error that a client gets for a value no one can mean. */
function refuse(name: string, value: unknown, de: string): never {
  const shown = typeof value === "string" ? `"${value.slice(0, 40)}"` : typeof value;
  throw new BadUserInput({ en: `${name} cannot be ${shown}.`, de });
}

/** A scalar whose values travel as text, exactly as stored: read strictly, shown untouched. */
export function textScalar(
  name: string,
  description: string,
  accepts: (text: string) => boolean,
  specifiedByURL?: string,
): GraphQLScalarType<string, string> {
  const parseValue = (value: unknown): string =>
    typeof value === "string" && accepts(value)
      ? value
      : refuse(name, value, `Kein gültiger Wert für ${name}: ${description.split(". ")[0]!}.`);
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    parseValue,
    serialize: (value) => value as string, // the database renders it; checking again here would only cost
    parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const DECIMAL = /^-?\d{1,16}(\.\d{1,8})?$/;

/** Whether a text is a decimal number of at most 16 digits before and 8 after the point. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Exact numbers (money, shares): sent as text, also accepted as a number literal. */
export const DecimalScalar = new GraphQLScalarType({
  name: "Decimal",
  description: 'Dezimalzahl, exakt und als Text: "411751.92". Exact decimal number as text.',
  serialize: (value) => value as string,
  parseValue: (value) => {
    const text = typeof value === "number" ? String(value) : value;
    return typeof text === "string" && isDecimal(text) ? text : refuse("Decimal", value, "Keine gültige Dezimalzahl.");
  },
  parseLiteral: (node) => {
    const text = "value" in node && node.kind !== Kind.ENUM ? node.value : undefined;
    return typeof text === "string" && isDecimal(text) ? text : refuse("Decimal", text, "Keine gültige Dezimalzahl.");
  },
});
