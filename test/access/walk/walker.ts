import { expect } from "@jest/globals";
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Viewer } from "../../../src/access/viewer.js";
import { apiResolvers } from "../../../src/api/resolvers.js";
import { computedFields } from "../../../src/domain/index.js";
import type { Graph } from "../../../src/graph/model.js";
import type { Answer } from "../../support/asking.js";
import { type BothPaths, bothPaths } from "../../law/world/both-paths.js";
import { leaksIn } from "./oracle/leaks.js";
import { type MarkedWorld, markedWorld } from "./world/marked-world.js";
import { type Oracle, oracleFor } from "./oracle/oracle.js";
import { type RightsTable, tableOf } from "./oracle/table.js";

/** Either way to an answer. */
export type WhichPath = "planned" | "resolved";

/** Someone who asks on one path. Whatever is answered, no answer may tell what the oracle keeps from the viewer. */
export interface Walker {
  readonly graph: Graph;
  readonly world: MarkedWorld;
  readonly oracle: Oracle;
  readonly schema: GraphQLSchema;
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Asks what must be answered without errors; gives `data`. */
  data(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer["data"]>;
}

/** Where all of them walk: one server over one world. */
export interface Ground {
  readonly graph: Graph;
  readonly world: MarkedWorld;
  readonly table: RightsTable;
  readonly paths: BothPaths;
  /** Everything of the schema that has been asked for: `Measure.title`, `MeasureFilter.title`, `MeasureOrderField.TITLE`. */
  readonly asked: Set<string>;
}

/** Makes a world and a server over it. */
export async function groundOf(graph: Graph): Promise<Ground> {
  const table = tableOf(graph);
  const world = await markedWorld(graph);
  const paths = await bothPaths(graph, [...computedFields, ...apiResolvers], world.database);
  return { graph, table, world, paths, asked: new Set() };
}

/** Sends someone on their way. */
export function walkerFor(viewer: Viewer, path: WhichPath, { graph, world, table, asked, paths }: Ground): Walker {
  const oracle = oracleFor(viewer, world, table);
  const ask: Walker["ask"] = async (query, variables = {}) => {
    note(query, paths.schema, asked);
    const { text } = await paths.answer(query, variables, path, viewer);
    expect({ leaks: leaksIn(text, oracle, world), query }).toEqual({ leaks: [], query });
    return JSON.parse(text) as Answer;
  };
  const data: Walker["data"] = async (query, variables) => {
    const answer = await ask(query, variables);
    expect({ errors: answer.errors, query }).toEqual({ query });
    return answer.data;
  };
  return { graph, world, oracle, schema: paths.schema, ask, data };
}

const notedBefore = new Set<string>();

/** Notes every field, member of an input and word of an enum that a query names. */
function note(query: string, schema: GraphQLSchema, asked: Set<string>): void {
  if (notedBefore.has(query)) return;
  notedBefore.add(query);
  const info = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field: ({ name }) => void asked.add(`${info.getParentType()!.name}.${name.value}`),
      ObjectField: ({ name }) => void asked.add(`${getNamedType(info.getParentInputType())!.name}.${name.value}`),
      EnumValue: ({ value }) => void asked.add(`${getNamedType(info.getInputType())!.name}.${value}`),
    }),
  );
}

/** Everything that a walk must have asked for: all fields, all members of inputs, all words by which one sorts and groups. */
export function everythingIn(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    membersOf(type, schema).map((name) => `${type.name}.${name}`),
  );
}

function membersOf(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
  if (type.name.startsWith("__") || type === schema.getMutationType()) return [];
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.keys(type.getFields());
  return isEnumType(type) && /(OrderField|GroupBy)$/.test(type.name) ? type.getValues().map(({ name }) => name) : [];
}
