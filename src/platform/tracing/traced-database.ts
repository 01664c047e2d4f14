import { SpanKind } from "@opentelemetry/api";
import { isTraced, spanned } from "./spans.js";
import type { Database, Statement } from "../database/database.js";

/** The same database; with a span for every statement and every transaction, where spans are wanted. */
export const traced = (database: Database): Database => (isTraced ? withSpans(database) : database);

function withSpans(database: Database): Database {
  return {
    query: <Row>(statement: Statement) =>
      spanned(`${verbOf(statement)} PostgreSQL`, optionsFor(statement), () => database.query<Row>(statement)),
    json: (statement) =>
      spanned(`${verbOf(statement)} PostgreSQL`, optionsFor(statement), () => database.json(statement)),
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
