import {
  createLocalJWKSet,
  type CryptoKey,
  errors,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWSHeaderParameters,
} from "jose";
import { ServiceUnavailable } from "../../platform/errors.js";
import type { Log } from "../../platform/log.js";

/** How long keys are trusted and how often they are asked for; milliseconds. */
export interface KeyPatience {
  /** After this, keys are read again: so long may a key live on that the provider has taken back. */
  readonly fresh: number;
  /** The least time between two attempts to read: so long may a new key have to wait, and so seldom do made-up key names cost a request. */
  readonly pause: number;
  /** So long do known keys hold while the provider cannot be reached; by then every token of its has long expired. */
  readonly lasting: number;
}

/** A new key is known after 10 seconds, one that was taken back is refused after a minute. */
export const PATIENCE: KeyPatience = { fresh: 60_000, pause: 10_000, lasting: 24 * 3_600_000 };

interface Known {
  readonly text: string;
  readonly find: ReturnType<typeof createLocalJWKSet>;
  readonly at: number;
}

/** The keys of a provider: read when first needed, again when they age and when a token names one that is not known. */
export class KeySet {
  private known?: Known;
  private attempted = -Infinity;
  private running?: Promise<void>;
  /** Whether the last attempt failed although keys are known. */
  private failing = false;

  constructor(
    private readonly read: () => Promise<JSONWebKeySet>,
    private readonly log: Log,
    private readonly patience: KeyPatience = PATIENCE,
  ) {}

  /** The key that a token's header names. Throws an error of jose where there is none, ServiceUnavailable while no key is known at all. */
  async find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    await this.current();
    try {
      return await this.usable().find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.refresh();
      return this.usable().find(header, token);
    }
  }

  /** Something that stays the same as long as the keys do, which are read again first if they have aged; undefined while none is known. */
  async current(): Promise<object | undefined> {
    if (this.age() > this.patience.fresh) {
      // While a provider does not answer, only the first who meets that waits for it.
      const worthWaiting = !this.failing || this.sinceAttempt() > this.patience.fresh;
      const refreshing = this.refresh();
      if (worthWaiting) await refreshing;
    }
    return this.age() <= this.patience.lasting ? this.known?.find : undefined;
  }

  /** Not by the wall clock, which may jump. */
  private age = (): number => (this.known ? performance.now() - this.known.at : Infinity);

  private sinceAttempt = (): number => (this.running ? 0 : performance.now() - this.attempted);

  private usable(): Known {
    if (this.known && this.age() <= this.patience.lasting) return this.known;
    throw new ServiceUnavailable({
      en: "Nobody can be signed in at the moment: the identity provider does not answer. Please try again shortly.",
      de: "Die Anmeldung kann gerade nicht geprüft werden: Der Anmeldedienst antwortet nicht. Bitte versuchen Sie es gleich noch einmal.",
    });
  }

  private refresh(): Promise<void> {
    if (this.running) return this.running;
    if (this.sinceAttempt() < this.patience.pause) return Promise.resolve();
    this.running = this.load().finally(() => {
      this.attempted = performance.now();
      delete this.running;
    });
    return this.running;
  }

  /** Never throws: while the provider is away, what is known goes on to hold. */
  private async load(): Promise<void> {
    const at = performance.now();
    try {
      const keys = await this.read();
      const text = JSON.stringify(keys);
      const find = text === this.known?.text ? this.known.find : createLocalJWKSet(keys);
      this.known = { text, find, at };
      this.failing = false;
    } catch (error) {
      this.failing = this.known !== undefined;
      this.log.error({ err: error }, "the keys of the identity provider cannot be read; known keys go on to hold");
    }
  }
}
