/** What an answer to an attack may be: nothing executed and a code; or an answer, but a harmless one. */
export type Outcome = "refused" | "harmless";

/** One request that an honest client would not send. */
export interface Attack {
  readonly name: string;
  readonly outcome: Outcome;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Statuses one of which it must be; absent: any but 5xx. */
  readonly status?: readonly number[];
}

/** Well-formed JSON with this content, which must be refused. */
export const asking = (name: string, body: unknown, outcome: Outcome = "refused"): Attack => ({
  name,
  outcome,
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** A document that must be refused. */
export const document = (name: string, query: string, outcome: Outcome = "refused"): Attack =>
  asking(name, { query }, outcome);

/** The same text so many times, told apart by its number. */
export const times = (count: number, text: (index: number) => string, between = " "): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(between);
