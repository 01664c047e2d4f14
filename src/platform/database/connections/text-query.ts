import type { Connection, PoolClient, Submittable } from "pg";
import utils from "pg/lib/utils.js";
import type { Statement } from "../database.js";

/** What pg's connection offers for a query of one's own, and its types leave out. */
interface Wire extends Connection {
  readonly stream: Connection["stream"] & { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string>>;
}

type Callback = (error: Error | null, text?: string) => void;

/**
 * A statement that yields one text at most. pg's own query asks for the types of the columns and builds a result with fields and rows,
 * which together take as long as a small question (decision 16). What client.query expects of such a query is what pg-cursor does.
 */
class TextQuery implements Submittable {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: (string | Buffer | null)[];
  private answer: string | undefined;

  constructor(
    { text, values, name }: Statement,
    /** pg looks here for how long to wait, and puts its own callback, which ends the clock, around this one. */
    readonly query_timeout: number | undefined,
    public callback: Callback,
  ) {
    this.text = text;
    this.values = values.map(utils.prepareValue);
    this.name = name;
  }

  submit(given: Connection): Error | null {
    const connection = given as Wire;
    const kept = this.name === undefined ? undefined : connection.parsedStatements[this.name];
    if (kept !== undefined && kept !== this.text)
      return new Error(`The name ${this.name} stands for another statement`);
    connection.stream.cork();
    try {
      this.send(connection);
      return null;
    } finally {
      connection.stream.uncork();
    }
  }

  /** PostgreSQL's extended query: the statement itself is sent only where the connection does not keep it yet. */
  private send(connection: Wire): void {
    const { name, text, values } = this;
    if (name === undefined || connection.parsedStatements[name] === undefined)
      connection.parse({ name: name ?? "", text, types: [] }, true);
    connection.bind({ statement: name ?? "", values }, true);
    connection.execute({}, true);
    connection.sync();
  }

  handleDataRow({ fields }: { readonly fields: readonly [string] }): void {
    this.answer = fields[0];
  }

  handleReadyForQuery(): void {
    this.callback(null, this.answer);
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleCommandComplete(): void {
    // what matters comes with ReadyForQuery
  }

  handleEmptyQuery(): void {
    // a statement of nothing yields nothing
  }
}

/** Runs a statement and gives the text in the first column of its last row; nothing where there is no row. Waits so many milliseconds at most, else as long as the pool does. */
export const textOf = (client: PoolClient, statement: Statement, patience?: number): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    client.query(new TextQuery(statement, patience, (error, text) => (error ? reject(error) : resolve(text))));
  });
