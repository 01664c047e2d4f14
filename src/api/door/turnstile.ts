import { ServiceUnavailable } from "../../platform/errors.js";
import { TooMany } from "./too-many.js";

/** Someone in the queue: one of the two is called, unless they are forgotten before. */
export interface Waiting {
  readonly enter: () => void;
  readonly refuse: (error: Error) => void;
}

interface Queued {
  readonly who: Waiting;
  /** When it is late, by the monotonic clock. */
  readonly until: number;
}

/** Lets so many through at a time; the others wait in the order in which they came, for so many milliseconds at most. */
export class Turnstile {
  private inside = 0;
  private queue: Queued[] = [];
  /** One clock for all who wait: those in front are late first, and a timer for each would cost more than most of what they wait for. */
  private clock?: NodeJS.Timeout;

  constructor(
    private readonly places: number,
    private readonly patience: number,
    private readonly seats = Infinity,
  ) {}

  get isEmpty(): boolean {
    return this.inside === 0 && this.queue.length === 0;
  }

  /** Resolves when it is one's turn: nothing to wait for when there is a place. Throws TooMany when as many wait as may, ServiceUnavailable when one's patience ends. */
  enter(): Promise<void> | undefined {
    if (this.take()) return undefined;
    if (this.queue.length >= this.seats) throw new TooMany(1);
    return new Promise((enter, refuse) => this.wait({ enter, refuse }));
  }

  /** Takes a place, if there is one. */
  take(): boolean {
    if (this.inside >= this.places) return false;
    this.inside++;
    return true;
  }

  /** Queues up, however many wait already. */
  wait(who: Waiting): void {
    this.queue.push({ who, until: performance.now() + this.patience });
    this.clock ??= setTimeout(() => this.sendLateAway(), this.patience);
  }

  /** Takes someone out of the queue who needs no place any more. */
  forget(who: Waiting): void {
    const at = this.queue.findIndex((each) => each.who === who);
    if (at >= 0) this.queue.splice(at, 1);
  }

  /** Hands the place on to the one who has waited longest. */
  leave(): void {
    const next = this.queue.shift();
    if (next) next.who.enter();
    else this.inside--;
  }

  /** Nobody waits any more: what they wait for is not there. */
  sendAllAway(): void {
    const all = this.queue;
    this.queue = [];
    for (const { who } of all) who.refuse(tooSlow());
  }

  private sendLateAway(): void {
    const now = performance.now();
    while (this.queue[0] && this.queue[0].until <= now) this.queue.shift()?.who.refuse(tooSlow());
    const [first] = this.queue;
    this.clock = first && setTimeout(() => this.sendLateAway(), Math.max(1, first.until - now));
  }
}

const tooSlow = (): ServiceUnavailable =>
  new ServiceUnavailable({
    en: "The server is busy with your other requests. Please try again shortly.",
    de: "Der Server ist noch mit Ihren anderen Anfragen beschäftigt. Bitte versuchen Sie es gleich noch einmal.",
  });
