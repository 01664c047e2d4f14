import { SpanKind } from "@opentelemetry/api";
import { isTraced, spanned } from "./spans.js";
import type { Database, Statement } from "../database/database.js";

/** The same database; with a span for every statement and every transaction, where spans are wanted. */
export const traced = (database: Database): Database => (isTraced ? withSpans(database) : database);

/** Asks a statement inside a span of its own, where spans are wanted. */
export const inSpan = <T>(statement: Statement, ask: () => Promise<T>): Promise<T> =>
  isTraced ? spanned(`${verbOf(statement)} PostgreSQL`, optionsFor(statement), ask) : ask();

function withSpans(database: Database): Database {
  return {
    query: <Row>(statement: Statement) => inSpan(statement, () => database.query<Row>(statement)),
    json: (statement) => inSpan(statement, () => database.json(statement)),
    // Statements of several requests: whoever puts them together asks each inside the trace that it belongs to.
    jsons: (statements) => database.jsons(statements),
    session: (work) => database.session((connection) => work(withSpans(connection))),
    transaction: (work) =>
      spanned("transaction PostgreSQL", { kind: SpanKind.CLIENT, attributes: SYSTEM }, () =>
        database.transaction((connection) => work(withSpans(connection))),
      ),
    close: () => database.close(),
  };
}

const SYSTEM = { "db.system.name": "postgresql" };

const verbOf = ({ text }: Statement): string => /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? "";

/** Neither text nor values: the name of a kept statement says which one it is. */
const optionsFor = (statement: Statement) => ({
  kind: SpanKind.CLIENT,
  attributes: { ...SYSTEM, "db.operation.name": verbOf(statement), "stadtgraph.statement": statement.name },
});
