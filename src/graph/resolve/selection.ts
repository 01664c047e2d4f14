import { type FieldNode, getNamedType, type GraphQLObjectType, type GraphQLResolveInfo, isObjectType } from "graphql";
import { collectSubfields } from "graphql/execution/collectFields.js";
import type { Kind } from "../model.js";

type Fields = ReadonlyMap<string, readonly FieldNode[]>;

function under(info: GraphQLResolveInfo, type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields {
  return collectSubfields(info.schema, info.fragments, info.variableValues, type, nodes);
}

const namesOf = (fields: Fields): string[] => [...fields.values()].map(([node]) => node!.name.value);

/** Names of the fields that are asked of nodes of a kind directly below the field in question. */
export function nodeFields(info: GraphQLResolveInfo, kind: Kind): string[] {
  const type = info.schema.getType(kind.name) as GraphQLObjectType;
  return namesOf(under(info, type, info.fieldNodes));
}

/** Names of the fields that are asked for directly below the field in question. */
export const fieldNames = (info: GraphQLResolveInfo): string[] =>
  namesOf(under(info, getNamedType(info.returnType) as GraphQLObjectType, info.fieldNodes));

/** What is asked of a connection: which fields of its nodes, and whether cursors are needed. */
export function connectionFields(info: GraphQLResolveInfo): { fields: Set<string>; cursors: boolean } {
  const fields = new Set<string>();
  let cursors = false;
  const connection = getNamedType(info.returnType) as GraphQLObjectType;
  for (const [, asked] of under(info, connection, info.fieldNodes)) {
    const name = asked[0]!.name.value;
    const type = getNamedType(connection.getFields()[name]?.type);
    if (!isObjectType(type)) continue;
    const below = under(info, type, asked);
    if (name === "nodes") namesOf(below).forEach((field) => fields.add(field));
    if (name === "pageInfo") cursors = true;
    if (name !== "edges") continue;
    for (const [, edge] of below) {
      const node = getNamedType(type.getFields()[edge[0]!.name.value]?.type);
      if (edge[0]!.name.value === "cursor") cursors = true;
      if (isObjectType(node)) namesOf(under(info, node, edge)).forEach((field) => fields.add(field));
    }
  }
  return { fields, cursors };
}
