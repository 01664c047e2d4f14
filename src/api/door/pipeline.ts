import type { Database, Statement } from "../../platform/database/database.js";
import type { Utf8 } from "../../platform/utf8.js";
import type { StatementTimes } from "./statement-times.js";
import type { Turnstile, Waiting } from "./turnstile.js";

/** A statement that waits for a connection. */
interface Asked extends Waiting {
  readonly statement: Statement;
  readonly answer: (json: Utf8 | undefined) => void;
}

/** Statements that are sent together at most. */
const MOST = 8;

/** What statements that are sent together may take in all, in milliseconds: the last one waits so long for the others. */
const TOGETHER = 6;

/** What a pipeline stands on. */
export interface PipelineParts {
  readonly database: Pick<Database, "jsons">;
  /** Lets in as many groups at a time as there are connections. */
  readonly turnstile: Turnstile;
  readonly times: StatementTimes;
}

/**
 * Statements that yield JSON, over no more connections than there are places. Small ones that come in the same turn of the event loop, or wait
 * while all places are taken, are sent together on one connection: to send and to receive costs more than many of them do (decision 18).
 */
export class Pipeline {
  private come: Asked[] = [];
  /** Those who wait, in the order in which they came, which is that of the turnstile. */
  private readonly waiting = new Set<Asked>();

  constructor(private readonly parts: PipelineParts) {}

  /** Runs a statement when it is its turn. Throws what the turnstile and the database throw. */
  json(statement: Statement): Promise<Utf8 | undefined> {
    return new Promise((answer, reject) => {
      const asked: Asked = {
        statement,
        answer,
        enter: () => void this.send(),
        refuse: (error) => {
          this.waiting.delete(asked);
          reject(error);
        },
      };
      if (this.come.length === 0) setImmediate(() => this.depart());
      this.come.push(asked);
    });
  }

  /** What has come in this turn goes as far as there are places; the others queue up. */
  private depart(): void {
    const { come } = this;
    this.come = [];
    for (const each of come) this.waiting.add(each);
    while (this.waiting.size > 0 && this.parts.turnstile.take()) void this.send();
    for (const each of come) if (this.waiting.has(each)) this.parts.turnstile.wait(each);
  }

  /** Uses a place for those who are next. */
  private async send(): Promise<void> {
    await this.run(this.next());
    this.parts.turnstile.leave();
  }

  /** Takes those who go next out of the queue: whoever waits longest, and with a small statement the small ones behind it. */
  private next(): Asked[] {
    const { times, turnstile } = this.parts;
    const group: Asked[] = [];
    let time = 0;
    for (const each of this.waiting) {
      time += times.of(each.statement);
      if (group.length > 0 && (group.length >= MOST || time > TOGETHER)) break;
      group.push(each);
    }
    for (const each of group) {
      this.waiting.delete(each);
      turnstile.forget(each);
    }
    return group;
  }

  /** Never rejects. */
  private async run(group: readonly Asked[]): Promise<void> {
    const { database, times } = this.parts;
    const begin = performance.now();
    try {
      const settled = await database.jsons(group.map(({ statement }) => statement));
      group.forEach(({ answer, refuse }, at) => {
        const one = settled[at]!;
        if (one.status === "fulfilled") answer(one.value);
        else refuse(one.reason as Error);
      });
    } catch (error) {
      for (const { refuse } of group) refuse(error as Error);
    }
    const each = (performance.now() - begin) / group.length;
    for (const { statement } of group) times.note(statement, each);
  }
}
