import type { Body } from "../questions/question.js";

/** What a load has seen. Times in milliseconds. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Requests that were not answered with 2xx. */
  readonly failed: number;
}

/** Where to send how much for how long. */
export interface LoadOptions {
  readonly url: string;
  readonly bodies: readonly Body[];
  /** Sent with each of them, beside its media type. */
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

/** Something that makes load. */
export type MakeLoad = (options: LoadOptions) => Promise<Load>;
