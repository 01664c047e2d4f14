import { Buffer } from "node:buffer";
import type { PoolClient, Submittable } from "pg";
import utils from "pg/lib/utils.js";
import { serialize } from "pg-protocol";
import { type Utf8, utf8Of } from "../../utf8.js";
import type { Statement } from "../database.js";
import { isSilence, isUnavailable, TogetherTooSlow } from "../unavailable.js";
import type { Wire } from "./row-bytes.js";

/** json_agg writes ", \n " between the rows of a list. Inside a JSON string a line break is always escaped; between other parts it may stand only where a text of type json was given so. */
const [COMMA, SPACE, LINE_BREAK] = [0x2c, 0x20, 0x0a];

const isBetweenRows = (bytes: Buffer, at: number): boolean =>
  bytes[at - 2] === COMMA && bytes[at - 1] === SPACE && bytes[at + 1] === SPACE;

/**
 * A JSON text as JSON.stringify writes it, closed up where it lies: a text in between, cut and joined, would take twice the time, and three times the
 * memory that V8 copies while the answer waits to be sent.
 */
function withoutBreaks(bytes: Buffer, from: number, to: number): Utf8 {
  let end = from;
  let rest = from;
  const moveUp = (until: number): void => {
    bytes.copyWithin(end, rest, until);
    end += until - rest;
  };
  for (let at = bytes.indexOf(LINE_BREAK, from); at >= 0 && at < to; at = bytes.indexOf(LINE_BREAK, at + 1)) {
    if (!isBetweenRows(bytes, at)) continue;
    moveUp(at - 1);
    rest = at + 2;
  }
  moveUp(to);
  return utf8Of(bytes, from, end);
}

const EXECUTE = serialize.execute();
const SYNC = serialize.sync();

/** What became of a statement that PostgreSQL has run. */
export type Settled = PromiseSettledResult<Utf8 | undefined>;

/** A statement with its values as the protocol takes them. */
interface Prepared extends Statement {
  readonly values: (string | Buffer | null)[];
}

type Callback = (error: Error | null, settled?: readonly Settled[]) => void;

/**
 * Statements that yield one JSON text each at most, run one after the other and sent together: PostgreSQL's pipeline. pg's own query asks for
 * the types of the columns, decodes each value, and builds a result with fields and rows, which together take longer than a small question
 * (decisions 16 and 17). What client.query expects of such a query is what pg-cursor does.
 *
 * PostgreSQL skips what follows a statement that fails, so fewer may be settled than were given: the first ones always.
 */
class JsonQuery implements Submittable {
  readonly name: string | undefined;
  readonly text: string;
  private readonly statements: readonly Prepared[];
  private readonly settled: Settled[] = [];
  private answer: Utf8 | undefined;

  constructor(
    statements: readonly Statement[],
    /** pg looks here for how long to wait, and puts its own callback, which ends the clock, around this one. */
    readonly query_timeout: number | undefined,
    public callback: Callback,
  ) {
    // pg remembers one statement of a query as prepared, which is why only the first one may be new to the connection.
    this.text = statements[0]!.text;
    this.name = statements[0]!.name;
    this.statements = statements.map((each) => ({ ...each, values: each.values.map(utils.prepareValue) }));
  }

  submit(given: unknown): Error | null {
    const connection = given as Wire;
    const kept = this.name === undefined ? undefined : connection.parsedStatements[this.name];
    if (kept !== undefined && kept !== this.text)
      return new Error(`The name ${this.name} stands for another statement`);
    connection.takeRow = (bytes, from, to) => {
      this.answer = withoutBreaks(bytes, from, to);
    };
    // Where the connection is lost, pg tells so.
    if (connection.stream.writable) connection.stream.write(this.messages(connection.parsedStatements));
    return null;
  }

  /** PostgreSQL's extended query as one piece: a statement itself is sent only where the connection does not keep it yet. */
  private messages(kept: Wire["parsedStatements"]): Buffer {
    const pieces: Buffer[] = [];
    for (const { name = "", text, values } of this.statements) {
      const isKept = kept[name] === text;
      if (!isKept && pieces.length > 0) break;
      if (!isKept) pieces.push(serialize.parse({ name, text, types: [] }));
      pieces.push(serialize.bind({ statement: name, values }), EXECUTE);
    }
    return Buffer.concat([...pieces, SYNC]);
  }

  handleCommandComplete(): void {
    this.settled.push({ status: "fulfilled", value: this.answer });
    this.answer = undefined;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handleReadyForQuery(connection: Wire): void {
    connection.takeRow = undefined;
    this.callback(null, this.settled);
  }

  handleError(reason: Error, connection: Wire): void {
    connection.takeRow = undefined;
    if (isUnavailable(reason)) return this.callback(reason);
    this.settled.push({ status: "rejected", reason });
    this.callback(null, this.settled);
  }

  handleDataRow(): void {
    // rows are taken as bytes, before they come here
  }
}

const settledOf = (
  client: PoolClient,
  statements: readonly Statement[],
  patience?: number,
): Promise<readonly Settled[]> =>
  new Promise((resolve, reject) => {
    const callback: Callback = (error, settled = []) => (error ? reject(error) : resolve(settled));
    client.query(new JsonQuery(statements, patience, callback));
  });

/** Runs a statement and gives the JSON text in the first column of its row; nothing where there is no row. Waits so many milliseconds at most, else as long as the pool does. */
export async function jsonOf(client: PoolClient, statement: Statement, patience?: number): Promise<Utf8 | undefined> {
  const [settled] = await settledOf(client, [statement], patience);
  if (settled?.status === "rejected") throw settled.reason;
  return settled?.value;
}

/**
 * Runs each of these statements once, sent together as far as that goes. Throws where the connection is lost or one takes too long, and
 * TogetherTooSlow where they do together. Waits so many milliseconds in all, however often it sends.
 */
export async function jsonsOf(
  client: PoolClient,
  statements: readonly Statement[],
  patience?: number,
): Promise<readonly Settled[]> {
  const settled: Settled[] = [];
  const begin = performance.now();
  while (settled.length < statements.length) {
    const left = statements.slice(settled.length);
    const waits = patience && Math.max(1, Math.ceil(patience - (performance.now() - begin)));
    try {
      settled.push(...(await settledOf(client, left, waits)));
    } catch (error) {
      throw left.length > 1 && isSilence(error) ? new TogetherTooSlow(error) : error;
    }
  }
  return settled;
}
