import { setTimeout as after } from "node:timers/promises";

/** Who has answered somebody within this is slow, not silent, in milliseconds. */
const ALIVE = 1_000;

/** How often to look whether a server that fell silent answers again, in milliseconds. */
const LOOK = 200;

/**
 * Remembers that the server has fallen silent, so that nobody waits for it any more: who asks meanwhile is refused at once, and somebody
 * else looks whether it is back. A server that refuses connections needs none of this, it answers fast.
 */
export class Pulse {
  private silent?: Error;
  private heard = -Infinity;

  /** `look` rejects, soon, while the server does not answer. */
  constructor(private readonly look: () => Promise<void>) {}

  /** Throws what was heard last while the server is silent. */
  check(): void {
    if (this.silent) throw this.silent;
  }

  /** The server has answered somebody. */
  lives(): void {
    this.heard = performance.now();
    delete this.silent;
  }

  /** The server was given enough time and said nothing to one; on a busy machine it may have answered others meanwhile. */
  lost(error: Error): void {
    if (performance.now() - this.heard < ALIVE) return;
    const watched = this.silent !== undefined;
    this.silent = error;
    if (!watched) void this.watch();
  }

  /** The server may have fallen silent, or was asked for too much: somebody looks before it is called silent. */
  async doubt(error: Error): Promise<void> {
    if (!this.silent && !(await this.answers())) this.lost(error);
  }

  private async watch(): Promise<void> {
    while (this.silent && !(await this.answers())) await after(LOOK, undefined, { ref: false });
    delete this.silent;
  }

  private answers(): Promise<boolean> {
    return this.look().then(
      () => true,
      () => false,
    );
  }
}
