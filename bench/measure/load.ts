/** What a load has seen. Times in milliseconds. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Requests that were not answered with 2xx. */
  readonly failed: number;
}

/** A request as it goes over the wire, but for the headers that all of a peer have in common. */
export interface Sent {
  readonly method: "GET" | "POST";
  /** Path and query. */
  readonly target: string;
  /** JSON; absent for GET. */
  readonly body?: string;
}

/** Where to send how much for how long. */
export interface LoadOptions {
  readonly origin: string;
  /** They take turns. */
  readonly requests: readonly Sent[];
  /** Sent with each of them, beside the media type of its body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

/** Something that makes load. */
export type MakeLoad = (options: LoadOptions) => Promise<Load>;

/** The media type of a body. */
export const JSON_TYPE = { "content-type": "application/json" } as const;
