/** Variables of one request. */
export type Variables = Readonly<Record<string, unknown>>;

/** Asks a peer one thing and gives the `data` of its answer. */
export type Ask = (body: Body) => Promise<Answer>;

/** What stands in a request, as JSON. */
export interface Body {
  readonly query: string;
  readonly variables?: Variables;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is read as deep as its question goes
export type Answer = any;

/** A question in the words of one schema. */
export interface Asking {
  readonly query: string;
  /** The same for every peer where absent: those of the question. */
  readonly variables?: (ask: Ask, query: string, given: readonly Variables[]) => Promise<readonly Variables[]>;
  /** The answer in the form in which all peers are compared; connections are lists already. */
  readonly read?: (data: Answer) => unknown;
}

/** Languages in which peers are asked: our schema, PostGraphile's, the plain one of the hand-written servers, and SQL by name. */
export type Language = "ours" | "postgraphile" | "plain" | "limit";

/** One question that is put to all peers. */
export interface Question {
  readonly name: string;
  readonly title: string;
  /** Requests of a cell take turns with these. */
  readonly variables: readonly Variables[];
  /** Absent: this peer has no answer of its own. */
  readonly asked: Readonly<Partial<Record<Language, Asking>>>;
  /** Names of lists that are sets: their order is each peer's own affair. */
  readonly sets?: readonly string[];
  /** Fields that our schema must offer for the question to be put at all: `Type.field`. */
  readonly needs?: readonly string[];
  /** The largest scale at which our server is asked. */
  readonly upTo?: number;
  /** Heavy questions are asked over fewer connections. */
  readonly connections?: number;
  /** Whether the answers of all peers must be equal; a ranking is each one's own. */
  readonly compared?: boolean;
}

/** Twenty rows of a kind from all over the city, so that no cell asks for the same row twice in a row. */
export const keys = (prefix: string, count: number, step: number): Variables[] =>
  Array.from({ length: count }, (_, index) => ({ key: `${prefix}-${index * step}` }));
