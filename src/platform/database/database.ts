import type { Utf8 } from "../utf8.js";

/** One SQL statement with its values, never text glued together; `name` makes PostgreSQL keep its plan per connection. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
}

/**
 * PostgreSQL as this program sees it. int8, numeric, date, timestamp and timestamptz arrive as text (sessions run in UTC).
 * Throws ServiceUnavailable when the server is away, full or too slow; other errors are pg's own, with their SQLSTATE in `code`.
 */
export interface Database {
  /** Runs one statement and gives its rows. */
  query<Row>(statement: Statement): Promise<Row[]>;
  /** Runs one statement that yields one row with one JSON text, and gives that, without spaces between rows; much faster than `query`. Nothing where there is no row. */
  json(statement: Statement): Promise<Utf8 | undefined>;
  /**
   * Runs several such statements on one connection, sent together: for small ones that is half the work. Each fails by itself; all do where the server does not answer, or not in
   * the time that one may take. For statements that only read: PostgreSQL takes back what the others have written when one fails.
   */
  jsons(statements: readonly Statement[]): Promise<readonly PromiseSettledResult<Utf8 | undefined>[]>;
  /** Runs `work` over one connection, which nobody else gets meanwhile; each statement is committed by itself. */
  session<T>(work: (connection: Database) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. Inside a transaction it is a savepoint. */
  transaction<T>(work: (connection: Database) => Promise<T>): Promise<T>;
  /** Ends all connections, waiting a short time for those in use. */
  close(): Promise<void>;
}
