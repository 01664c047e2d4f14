import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, DocumentNode } from "graphql";
import { Kind as NodeKind } from "graphql";
import { getVariableValues } from "graphql/execution/values.js";
import type { GraphContext } from "../resolve/context.js";
import { reading } from "../sql/reading.js";
import type { Asking } from "./asking.js";
import { planOf } from "./plan.js";

/** The answer of a planned operation. */
export interface Planned {
  /** The value of `data`, as PostgreSQL wrote it. */
  readonly text: string;
  readonly sql: string;
}

/** A question that has passed validation. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** PostgreSQL puts this between the rows of a list; inside a JSON string a line break is always escaped, so it stands nowhere else. */
const BETWEEN_ROWS = ", \n ";

/** Answers a query by one statement. Null where the resolvers are to answer; throws what the planner or PostgreSQL throws. */
export async function answerByPlan(question: Question, context: GraphContext): Promise<Planned | null> {
  const asking = askingOf(question, context);
  if (!asking) return null;
  const statement = planOf(asking);
  const [row] = await context.database.query<{ data: string; missing: boolean }>({
    text: statement.text,
    values: statement.values,
  });
  if (!row || row.missing) return null;
  return { text: row.data.replaceAll(BETWEEN_ROWS, ","), sql: statement.text };
}

function askingOf({ schema, document, operation, variables }: Question, context: GraphContext): Asking | null {
  if (operation.operation !== "query" || operation.directives?.length) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (!coerced) return null;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const each of document.definitions)
    if (each.kind === NodeKind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  return { schema, operation, fragments, variables: coerced, reading: reading(context.graph, context.viewer) };
}
