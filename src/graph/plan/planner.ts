import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind as NodeKind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { Viewer } from "../../access/viewer.js";
import type { GraphContext } from "../resolve/context.js";
import type { Utf8 } from "../../platform/utf8.js";
import { reading } from "../sql/reading.js";
import { Slot, type Variables } from "../sql/slot.js";
import { Unplannable } from "./asking.js";
import { costOf, TooCostly } from "./cost.js";
import { type Plan, planFor, remember } from "./kept/plans.js";
import { constantOf, compile } from "./plan.js";
import { type Shape, shapeOf } from "./shape.js";
import { nameOf } from "./kept/statement-names.js";

/** The answer of a planned operation. */
export interface Planned {
  /** The value of `data` as JSON, as PostgreSQL wrote it. */
  readonly data: Utf8;
  readonly sql: string;
  /** The tables that the answer was read from. */
  readonly tables: ReadonlySet<string>;
  /** What it was estimated to cost before it ran. */
  readonly cost: number;
}

/** A question that has passed validation. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  /** What an operation may cost at most. */
  readonly costLimit: number;
}

/** Where a plan finds the viewer's departments among the variables; no variable of a client can have this name. */
const DEPARTMENTS = "@departments";

const departmentsOf = (variables: Variables): unknown => variables[DEPARTMENTS];

/** Viewers of the same class are served by the same plans; their departments are values in it. */
const classOf = ({ role, scopes }: Viewer): string =>
  scopes ? `${role} ${scopes.kinds === "ALL" ? "ALL" : scopes.kinds.join()} ${scopes.export}` : role;

/** Answers a query by one statement. Null where the resolvers are to answer; throws TooCostly, and what the planner or PostgreSQL throws. */
export async function answerByPlan(question: Question, context: GraphContext): Promise<Planned | null> {
  const { operation, schema } = question;
  if (operation.operation !== "query" || operation.directives?.length) return null;
  const definitions = operation.variableDefinitions ?? [];
  const coerced = coercedOf(question, definitions);
  if (!coerced) return null;
  const shape = shapeOf(schema, definitions, coerced);
  const planKey = `${classOf(context.viewer)} ${shape.key}`;
  // Names with @ are no one's variables: only the slot of the viewer's departments reads it.
  coerced[DEPARTMENTS] = context.viewer.departments;
  const plan = planFor(question, planKey, coerced) ?? planned(question, { ...shape, key: planKey }, context);
  if (plan.constant !== undefined) return { data: plan.constant, sql: "", tables: plan.tables, cost: plan.cost };
  const { text: sql, tables, cost } = plan;
  const data = await context.database.json({ text: sql, values: plan.valuesFor(coerced), name: nameOf(plan) });
  if (data === undefined || isMissing(data, plan.singles)) return null;
  return { data, sql, tables, cost };
}

/** The variables as the operation declares them; nothing where they do not fit. */
function coercedOf(
  { schema, variables }: Question,
  definitions: readonly VariableDefinitionNode[],
): Record<string, unknown> | undefined {
  return definitions.length === 0 ? {} : getVariableValues(schema, definitions, variables, { maxErrors: 1 }).coerced;
}

/** Whether one of these nodes is not there. The text is parsed only where it looks as if. */
function isMissing(data: Utf8, singles: readonly string[]): boolean {
  if (!singles.some((key) => data.includes(`"${key}":null`))) return false;
  const answer = JSON.parse(data) as Record<string, unknown>;
  return singles.some((key) => answer[key] === null);
}

/** What a query is estimated to cost; undefined where its variables do not fit. */
export function estimate(question: Omit<Question, "costLimit">, { graph, viewer }: GraphContext): number | undefined {
  const { schema, document, operation, variables } = question;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (!coerced || operation.operation !== "query") return undefined;
  return costOf({
    schema,
    operation,
    fragments: fragmentsOf(document),
    variables: coerced,
    reading: reading(graph, viewer),
  });
}

/** PostgreSQL counts the values of a statement in 16 bits. */
const MOST_VALUES = 60_000;

/** Compiles a plan and keeps it, unless it would cost too much: that is found before anything else, for the resolvers as well. */
function planned(question: Question, shape: Shape, context: GraphContext): Plan {
  const { schema, document, operation, costLimit } = question;
  const noted = reading(context.graph, context.viewer, new Slot(departmentsOf, context.viewer.departments));
  const fragments = fragmentsOf(document);
  const asking = { schema, operation, fragments, variables: shape.variables, reading: noted };
  const cost = costOf(asking);
  if (cost > costLimit) throw new TooCostly(cost, costLimit);
  const constant = constantOf(asking);
  const { statement, singles } = compile(asking);
  if (statement.values.length > MOST_VALUES) throw new Unplannable("more values than a statement may have");
  return remember(question, { shape: shape.key, statement, noted, cost, constant, singles });
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const each of document.definitions)
    if (each.kind === NodeKind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  return fragments;
}
