import { Buffer } from "node:buffer";
import type { PoolClient, Submittable } from "pg";
import utils from "pg/lib/utils.js";
import { serialize } from "pg-protocol";
import { type Utf8, utf8Of } from "../../utf8.js";
import type { Statement } from "../database.js";
import type { Wire } from "./row-bytes.js";

type Callback = (error: Error | null, json?: Utf8) => void;

/** json_agg writes this between the rows of a list. Inside a JSON string a line break is always escaped, so it is never part of a value. */
const BETWEEN_ROWS = ", \n ";

/** As JSON.stringify writes it. Joining gives one flat string; what replaceAll gives is a chain of pieces that costs more to send. */
const withoutBreaks = (json: Utf8): Utf8 => json.split(BETWEEN_ROWS).join(",") as Utf8;

const EXECUTE = serialize.execute();
const SYNC = serialize.sync();

/**
 * A statement that yields one JSON text at most. pg's own query asks for the types of the columns, decodes each value, and builds a result with
 * fields and rows, which together take longer than a small question (decisions 16 and 17). What client.query expects of such a query is what pg-cursor does.
 */
class JsonQuery implements Submittable {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: (string | Buffer | null)[];
  private answer: Utf8 | undefined;

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

  submit(given: unknown): Error | null {
    const connection = given as Wire;
    const kept = this.name === undefined ? undefined : connection.parsedStatements[this.name];
    if (kept !== undefined && kept !== this.text)
      return new Error(`The name ${this.name} stands for another statement`);
    connection.takeRow = (bytes, from, to) => {
      this.answer = withoutBreaks(utf8Of(bytes, from, to));
    };
    // Where the connection is lost, pg tells so.
    if (connection.stream.writable) connection.stream.write(this.messages(kept !== undefined));
    return null;
  }

  /** PostgreSQL's extended query as one piece: the statement itself is sent only where the connection does not keep it yet. */
  private messages(isKept: boolean): Buffer {
    const { name = "", text, values } = this;
    const messages = [serialize.bind({ statement: name, values }), EXECUTE, SYNC];
    return Buffer.concat(isKept ? messages : [serialize.parse({ name, text, types: [] }), ...messages]);
  }

  handleReadyForQuery(connection: Wire): void {
    connection.takeRow = undefined;
    this.callback(null, this.answer);
  }

  handleError(error: Error, connection: Wire): void {
    connection.takeRow = undefined;
    this.callback(error);
  }

  handleDataRow(): void {
    // rows are taken as bytes, before they come here
  }

  handleCommandComplete(): void {
    // what matters comes with ReadyForQuery
  }

  handleEmptyQuery(): void {
    // a statement of nothing yields nothing
  }
}

/** Runs a statement and gives the JSON text in the first column of its row; nothing where there is no row. Waits so many milliseconds at most, else as long as the pool does. */
export const jsonOf = (client: PoolClient, statement: Statement, patience?: number): Promise<Utf8 | undefined> =>
  new Promise((resolve, reject) => {
    client.query(new JsonQuery(statement, patience, (error, json) => (error ? reject(error) : resolve(json))));
  });
