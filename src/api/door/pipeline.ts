import type { Database, Statement } from "../../platform/database/database.js";
import type { Utf8 } from "../../platform/utf8.js";
import type { StatementTimes } from "./statement-times.js";
import type { Turnstile } from "./turnstile.js";

/** A statement that waits for a connection. */
interface Waiting {
  readonly statement: Statement;
  readonly answer: (json: Utf8 | undefined) => void;
  readonly refuse: (error: unknown) => void;
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
  private come: Waiting[] = [];
  private readonly waiting = new Set<Waiting>();

  constructor(private readonly parts: PipelineParts) {}

  /** Runs a statement when it is its turn. Throws what the turnstile and the database throw. */
  json(statement: Statement): Promise<Utf8 | undefined> {
    return new Promise((answer, refuse) => {
      if (this.come.length === 0) setImmediate(() => this.depart());
      this.come.push({ statement, answer, refuse });
    });
  }

  /** What has come in this turn goes as far as there are places; each of the others asks for one, which may serve those in front of it. */
  private depart(): void {
    const { come } = this;
    this.come = [];
    for (const each of come) this.waiting.add(each);
    for (const each of come) {
      if (!this.waiting.has(each)) continue;
      const turn = this.parts.turnstile.enter();
      if (turn)
        void turn.then(
          () => this.send(),
          (error: unknown) => this.sendAway(each, error),
        );
      else void this.send();
    }
  }

  private sendAway(each: Waiting, error: unknown): void {
    if (this.waiting.delete(each)) each.refuse(error);
  }

  private async send(): Promise<void> {
    const group = this.next();
    if (group.length > 0) await this.run(group);
    this.parts.turnstile.leave();
  }

  /** Takes those who go next out of the queue: whoever waits longest, and with a small statement the small ones behind it. */
  private next(): Waiting[] {
    const group: Waiting[] = [];
    let time = 0;
    for (const each of this.waiting) {
      time += this.parts.times.of(each.statement);
      if (group.length > 0 && (group.length >= MOST || time > TOGETHER)) break;
      group.push(each);
      this.waiting.delete(each);
    }
    return group;
  }

  /** Never rejects. */
  private async run(group: readonly Waiting[]): Promise<void> {
    const { database, times } = this.parts;
    const begin = performance.now();
    try {
      const settled = await database.jsons(group.map(({ statement }) => statement));
      group.forEach(({ answer, refuse }, at) => {
        const one = settled[at]!;
        if (one.status === "fulfilled") answer(one.value);
        else refuse(one.reason);
      });
    } catch (error) {
      for (const { refuse } of group) refuse(error);
    }
    const each = (performance.now() - begin) / group.length;
    for (const { statement } of group) times.note(statement, each);
  }
}
