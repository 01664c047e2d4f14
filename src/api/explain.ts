import type { GraphQLResponse } from "@apollo/server";
import type { GraphContext } from "../graph/resolve/context.js";
import type { Database, Statement } from "../platform/database/database.js";

/** How an operation was answered, for who asks with `stadtgraph-explain: 1`. */
interface Explanation {
  readonly path: "planned" | "resolved";
  readonly statements: number;
  readonly cost?: number;
  readonly sql: string | readonly string[];
}

/** Lets a context's statements be noted from now on, and gives the list that they will stand in. */
export function noteStatements(context: GraphContext): readonly string[] {
  const statements: string[] = [];
  const { database } = context;
  const noting = (statement: Statement): Statement => {
    statements.push(statement.text);
    return statement;
  };
  const query = <Row>(statement: Statement): Promise<Row[]> => database.query<Row>(noting(statement));
  const json: Database["json"] = (statement) => database.json(noting(statement));
  Object.assign(context, { database: { ...database, query, json } satisfies Database });
  return statements;
}

/** Puts an explanation, and what was estimated, beside an answer that has none yet. */
export function explain(
  { body }: GraphQLResponse,
  told: { readonly explain: Explanation; readonly cost?: object },
): void {
  if (body.kind === "single") body.singleResult.extensions ??= { ...told };
}
