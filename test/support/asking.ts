import { ApolloServer } from "@apollo/server";
import { ANONYMOUS } from "../../src/access/viewer.js";
import { formatErrorWith } from "../../src/api/errors/format-error.js";
import type { Class, Graph } from "../../src/graph/model.js";
import type { GraphContext } from "../../src/graph/resolve/context.js";
import { schemaOf } from "../../src/graph/schema/schema-of.js";
import type { Database, Statement } from "../../src/platform/database/database.js";
import { createLog } from "../../src/platform/log.js";

/** An answer as a client receives it. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads answers by the shape of its own question
  readonly data: any;
  readonly errors?: readonly { message: string; extensions: { code: string; attribute?: string } }[];
}

/** A graph over a database of a test's own, ready to be asked. */
export interface TestGraph {
  readonly graph: Graph;
  readonly database: Database;
  readonly url: string;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The same question, with the SQL statements that it took. */
  count(query: string, variables?: Record<string, unknown>): Promise<Answer & { statements: string[] }>;
  close(): Promise<void>;
}

const log = createLog({ logLevel: "silent" } as never);

/** Any graph over any database, asked through Apollo and its resolvers. */
export function asking(graph: Graph, computed: readonly Class[], database: Database): Pick<TestGraph, "ask" | "count"> {
  const server = new ApolloServer<GraphContext>({
    schema: schemaOf(graph, computed),
    formatError: formatErrorWith(log),
    includeStacktraceInErrorResponses: false,
  });
  const run = async (query: string, variables: Record<string, unknown>, over: Database): Promise<Answer> => {
    const contextValue = { graph, viewer: ANONYMOUS, database: over, loaders: new Map(), read: {} };
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== "single") throw new Error("one answer was expected");
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
  const count = async (query: string, variables: Record<string, unknown> = {}) => {
    const statements: string[] = [];
    const answer = await run(query, variables, counting(database, statements));
    return { ...answer, statements };
  };
  return { ask: (query, variables = {}) => run(query, variables, database), count };
}

function counting(database: Database, statements: string[]): Database {
  const query = <Row>(statement: Statement): Promise<Row[]> => {
    statements.push(statement.text);
    return database.query<Row>(statement);
  };
  return { ...database, query };
}
