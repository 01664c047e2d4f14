import { ServiceUnavailable } from "../../platform/errors.js";
import { TooMany } from "./too-many.js";

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (error: Error) => void;
  readonly late: NodeJS.Timeout;
}

/** Milliseconds that anyone waits: who has waited that long is told so, before the client gives up. */
const PATIENCE = 3_000;

/** Lets so many through at a time; the others wait in the order in which they came. */
export class Turnstile {
  private inside = 0;
  private readonly queue = new Set<Waiting>();

  constructor(
    private readonly places: number,
    private readonly seats = Infinity,
  ) {}

  get isEmpty(): boolean {
    return this.inside === 0 && this.queue.size === 0;
  }

  /** Resolves when it is one's turn: nothing to wait for when there is a place. Throws TooMany when as many wait as may, ServiceUnavailable after three seconds. */
  enter(): Promise<void> | undefined {
    if (this.inside < this.places) {
      this.inside++;
      return undefined;
    }
    if (this.queue.size >= this.seats) throw new TooMany(1);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        enter: resolve,
        refuse: reject,
        late: setTimeout(() => this.send(waiting)?.refuse(tooSlow()), PATIENCE),
      };
      this.queue.add(waiting);
    });
  }

  /** Hands the place on to the one who has waited longest. */
  leave(): void {
    const [next] = this.queue;
    if (next) this.send(next)?.enter();
    else this.inside--;
  }

  /** Nobody waits any more: what they wait for is not there. */
  sendAllAway(): void {
    for (const each of this.queue) this.send(each)?.refuse(tooSlow());
  }

  private send(waiting: Waiting): Waiting | undefined {
    clearTimeout(waiting.late);
    return this.queue.delete(waiting) ? waiting : undefined;
  }
}

const tooSlow = (): ServiceUnavailable =>
  new ServiceUnavailable({
    en: "The server is busy with your other requests. Please try again shortly.",
    de: "Der Server ist noch mit Ihren anderen Anfragen beschäftigt. Bitte versuchen Sie es gleich noch einmal.",
  });
