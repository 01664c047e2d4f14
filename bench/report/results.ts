/** What one peer did with one question, over all rounds. Times in milliseconds per request, memory in MiB. */
export interface Figures {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly nodeCpu: number;
  readonly postgresCpu: number | null;
  readonly peak: number;
  readonly failed: number;
}

/** A peer as it was before anything was asked. */
export interface PeerResult {
  readonly name: string;
  readonly title: string;
  /** Why it took no part. */
  readonly missing: string | null;
  /** Milliseconds from the start of the process to the first answer. */
  readonly firstAnswer: number | null;
  readonly idleMemory: number | null;
}

/** A question with what each peer did, or why it did nothing. */
export interface QuestionResult {
  readonly name: string;
  readonly title: string;
  readonly cells: Readonly<Record<string, Figures | string>>;
}

/** One run over the data of one scale. */
export interface ScaleResult {
  readonly scale: number;
  readonly date: string;
  readonly machine: string;
  readonly set: string;
  readonly peers: readonly PeerResult[];
  readonly questions: readonly QuestionResult[];
}

/** The figures of a peer for a question, if there are any. */
export function figuresOf(result: ScaleResult | undefined, question: string, peer: string): Figures | undefined {
  const asked = result?.questions.find(({ name }) => name === question);
  return asked && figuresIn(asked, peer);
}

/** The figures of a peer in what is known of a question, if there are any. */
export function figuresIn({ cells }: QuestionResult, peer: string): Figures | undefined {
  const cell = cells[peer];
  return typeof cell === "object" ? cell : undefined;
}

/** CPU per request in Node and PostgreSQL together. */
export const cpuOf = ({ nodeCpu, postgresCpu }: Figures): number => nodeCpu + (postgresCpu ?? 0);
