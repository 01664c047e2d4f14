import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  type GraphQLSchema,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { Slot, type Variables } from "../sql/slot.js";

/** Variables with slots for what may differ between requests, and a key for what may not. */
export interface Shape {
  readonly variables: Variables;
  readonly key: string;
}

type Path = readonly (string | number)[];

function at(path: Path): (variables: Variables) => unknown {
  return (variables) =>
    path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], variables);
}

/** Scalars inside inputs are compared with columns and nothing else; booleans decide what is compiled. */
function isFree(type: GraphQLInputType, path: Path): boolean {
  if (isScalarType(type)) return type.name !== "Boolean" && (path.length > 1 || type.name !== "Int");
  return isListType(type) && path.length > 1 && isScalarType(getNullableType(type.ofType));
}

/** Replaces free values by slots, and collects everything that decides what is compiled. */
function slotted(value: unknown, given: GraphQLInputType, path: Path, key: unknown[]): unknown {
  const type: GraphQLInputType = getNullableType(given);
  if (value == null || isEnumType(type)) {
    key.push(value === undefined ? 0 : value);
    return value;
  }
  if (isFree(type, path)) {
    key.push(1);
    return new Slot(at(path), value);
  }
  if (isListType(type) && Array.isArray(value)) {
    key.push("[", value.length);
    return value.map((each, index) => slotted(each, type.ofType, [...path, index], key));
  }
  if (!isInputObjectType(type)) {
    key.push(value);
    return value;
  }
  key.push("{");
  const fields = type.getFields();
  const entries = Object.entries(value).map(([name, each]) => {
    key.push(name);
    return [name, slotted(each, fields[name]!.type, [...path, name], key)];
  });
  key.push("}");
  return Object.fromEntries(entries) as unknown;
}

/** The shape of a request's coerced variables: two requests of the same shape have the same plan. */
export function shapeOf(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  coerced: Variables,
): Shape {
  if (definitions.length === 0) return { variables: coerced, key: "" };
  const key: unknown[] = [];
  const variables: Record<string, unknown> = {};
  for (const { variable, type } of definitions) {
    const name = variable.name.value;
    if (!(name in coerced)) continue; // absent is not null: an absent argument takes its default
    key.push(name);
    variables[name] = slotted(coerced[name], typeFromAST(schema, type as never) as GraphQLInputType, [name], key);
  }
  return { variables, key: JSON.stringify(key) };
}
