import {
  type FieldNode,
  getNamedType,
  GraphQLIncludeDirective,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isInterfaceType,
  isObjectType,
  Kind as Syntax,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import { getArgumentValues, getDirectiveValues } from "graphql/execution/values.js";
import type { FragmentDefinitionNode, OperationDefinitionNode } from "graphql";
import type { Sql } from "sql-template-tag";
import type { Kind, Reading, Row } from "../model.js";

/** An operation as the planner sees it: validated, its variables coerced, over the reading that its statement is made of. */
export interface Asking {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly reading: Reading;
  /** The rows of the list whose nodes are being planned. */
  readonly listed?: Listed;
  /** The same, where the lists of all these rows are read at once. */
  readonly together?: Together;
}

/** The rows of a list, and what joins each of them for the sake of its node. */
export interface Listed {
  readonly row: Row;
  readonly joins: Sql[];
}

/** A page that is a table of its own in the statement, and what is read for all its rows at once. */
export interface Together extends Listed {
  /** The name of that table. */
  readonly page: Sql;
  /** Tables made of it. */
  readonly tables: Sql[];
}

/** One field of the answer: the name it is to have there, what it is called in the schema, and where it was asked for. */
export interface Asked {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly type: GraphQLObjectType;
}

/** Says that an operation is left to the resolvers, and why. */
export class Unplannable extends Error {}

function asked(type: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>): Asked[] {
  return [...fields].map(([key, nodes]) => ({ key, name: nodes[0]!.name.value, nodes, type }));
}

/** The fields at the root of the operation. */
export function rootFields({ schema, operation, fragments, variables }: Asking): Asked[] {
  const type = schema.getQueryType()!;
  return asked(type, collectFields(schema, fragments, variables, type, operation.selectionSet));
}

/** The fields below a field, for objects of this type; fragments are unfolded, skipped fields gone. */
export function below({ schema, fragments, variables }: Asking, field: Asked, type: GraphQLObjectType): Asked[] {
  return asked(type, collectSubfields(schema, fragments, variables, type, field.nodes));
}

/**
 * The fields below a field of an interface for whichever types they are asked, not put together: what two fragments ask stands there twice. Each
 * selection is looked at once; to unfold it for every type would multiply on every level.
 */
export function belowAny(asking: Asking, field: Asked, type: GraphQLInterfaceType): Asked[] {
  return field.nodes.flatMap(({ selectionSet }) => [...ofAny(asking, selectionSet!, type)]);
}

function* ofAny(asking: Asking, { selections }: SelectionSetNode, type: GraphQLInterfaceType): Generator<Asked> {
  const { schema, fragments, variables } = asking;
  for (const each of selections) {
    const fragment = each.kind === Syntax.FRAGMENT_SPREAD ? fragments[each.name.value]! : each;
    const condition = fragment.kind === Syntax.FIELD ? undefined : fragment.typeCondition;
    const named = condition && schema.getType(condition.name.value);
    if (fragment.kind !== Syntax.FIELD && !isObjectType(named)) {
      if (isIncluded(each, variables))
        yield* ofAny(asking, fragment.selectionSet, isInterfaceType(named) ? named : type);
      continue;
    }
    // A field that an interface has, all its types have.
    const object = isObjectType(named) ? named : schema.getPossibleTypes(type)[0]!;
    yield* asked(
      object,
      collectFields(schema, fragments, variables, object, { kind: Syntax.SELECTION_SET, selections: [each] }),
    );
  }
}

const isIncluded = (node: SelectionNode, variables: Asking["variables"]): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false;

/** Whether nothing is asked of a node below a field but stored values that are never long: long texts have no index. */
export const onlyShort = (asking: Asking, field: Asked, { attributes }: Kind): boolean =>
  below(asking, field, objectTypeOf(field)).every(({ name }) => {
    const attribute = attributes.get(name);
    return attribute?.shape === "value" && !attribute.derive && attribute.type.indexed;
  });

/** The arguments of a field, coerced; nothing for a field without any. */
export function argumentsOf({ variables }: Asking, field: Asked): Record<string, unknown> {
  return getArgumentValues(field.type.getFields()[field.name]!, field.nodes[0]!, variables);
}

/** The object type that a field leads to. */
export function objectTypeOf({ type, name }: Asked): GraphQLObjectType {
  const found = getNamedType(type.getFields()[name]?.type);
  if (!isObjectType(found)) throw new Unplannable(`${type.name}.${name} is no object`);
  return found;
}
