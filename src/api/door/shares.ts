import { codeOf } from "../../platform/error-code.js";
import type { Database } from "../../platform/database/database.js";
import { ServiceUnavailable } from "../../platform/errors.js";
import { inSpan } from "../../platform/tracing/traced-database.js";
import { Pipeline } from "./pipeline.js";
import { StatementTimes } from "./statement-times.js";
import { Turnstile } from "./turnstile.js";

/** Milliseconds that a request waits for its turn, and that it then waits for a connection: who has waited that long is told so, before the client gives up. */
const PATIENCE = { request: 3_000, connection: 1_500 };

/** Requests of one viewer that may wait for their turn. */
const WAITING = 200;

/** SQLSTATE of a statement that took too long by itself: the database is well. */
const CANCELLED = "57014";

/** Requests of one viewer in hand for each of its connections: most need none at a given moment, and a queue before the queue only costs. */
const IN_HAND = 8;

/** What one viewer may use at a time. */
export class Share {
  private readonly requests: Turnstile;
  private readonly connections: Turnstile;
  private readonly pipeline: Pipeline;

  constructor(
    private readonly whole: Database,
    places: number,
    times: StatementTimes,
  ) {
    this.requests = new Turnstile(places * IN_HAND, PATIENCE.request, WAITING);
    this.connections = new Turnstile(places, PATIENCE.connection);
    const jsons: Database["jsons"] = (statements) => this.telling(whole.jsons(statements));
    this.pipeline = new Pipeline({ database: { jsons }, turnstile: this.connections, times });
  }

  get isIdle(): boolean {
    return this.requests.isEmpty && this.connections.isEmpty;
  }

  /** Does the work of one request when it is its turn. Throws TooMany when too many of the same viewer wait. */
  readonly inTurn = <T>(work: () => Promise<T>): Promise<T> => through(this.requests, work);

  /** The database over no more connections than the share allows. */
  readonly database: Database = {
    query: (statement) => through(this.connections, () => this.telling(this.whole.query(statement))),
    json: (statement) => inSpan(statement, () => this.pipeline.json(statement)),
    jsons: (statements) => through(this.connections, () => this.telling(this.whole.jsons(statements))),
    session: (work) => through(this.connections, () => this.telling(this.whole.session(work))),
    transaction: (work) => through(this.connections, () => this.telling(this.whole.transaction(work))),
    close: () => this.whole.close(),
  };

  /** When the database is away, those who wait would only find it out one after the other. */
  private async telling<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof ServiceUnavailable && codeOf(error.cause) !== CANCELLED) {
        this.requests.sendAllAway();
        this.connections.sendAllAway();
      }
      throw error;
    }
  }
}

async function through<T>(turnstile: Turnstile, work: () => Promise<T>): Promise<T> {
  const turn = turnstile.enter();
  if (turn) await turn;
  try {
    return await work();
  } finally {
    turnstile.leave();
  }
}

/** The shares of all who are at it now. */
export class Shares {
  private readonly shares = new Map<string, Share>();
  private readonly times = new StatementTimes();
  private readonly places: number;

  /** Each viewer gets this percentage of the connections, and at least one. */
  constructor(
    private readonly database: Database,
    { poolSize, viewerShare }: { readonly poolSize: number; readonly viewerShare: number },
  ) {
    this.places = Math.max(1, Math.ceil((poolSize * viewerShare) / 100));
  }

  /** The share of one viewer. */
  of(key: string): Share {
    const found = this.shares.get(key);
    if (found) return found;
    if (this.shares.size >= 1_000) this.forgetIdle();
    const share = new Share(this.database, this.places, this.times);
    this.shares.set(key, share);
    return share;
  }

  private forgetIdle(): void {
    for (const [key, share] of this.shares) if (share.isIdle) this.shares.delete(key);
  }
}
