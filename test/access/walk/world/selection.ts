import { type GraphQLField, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from "graphql";
import type { Graph } from "../../../../src/graph/model.js";

/** An hour on a weekday, for fields that would answer by the clock. */
const AT = '(at: "2026-01-05T10:00:00Z")';

/** A field with everything that its own object says, and of other nodes only which they are. */
export function selected(field: GraphQLField<unknown, unknown>, graph: Graph): string {
  const type = getNamedType(field.type);
  const args = field.args.some(({ name }) => name === "at") ? AT : "";
  if (isLeafType(type)) return `${field.name}${args}`;
  if (type.name === "Node" || graph.kinds.some(({ name }) => name === type.name)) return `${field.name} { id }`;
  if (type.name.endsWith("Connection")) return `${field.name}(first: 500) { totalCount nodes { id } }`;
  if (!isObjectType(type)) throw new Error(`the walk has no answer for ${field.name}`);
  return `${field.name} { ${everythingOf(type, graph)} }`;
}

/** All fields of an object that is no node. */
const everythingOf = (type: GraphQLObjectType, graph: Graph): string =>
  Object.values(type.getFields())
    .map((field) => selected(field, graph))
    .join(" ");
