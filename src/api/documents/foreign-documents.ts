import { LRUCache } from "lru-cache";
import type { Viewer } from "../../access/viewer.js";
import type { Log } from "../../platform/log.js";

/** A document on no list that somebody has asked. */
export interface ForeignDocument {
  /** Hash of its text, or the name that the client gave instead. */
  readonly id: string;
  readonly operation: string | undefined;
  readonly viewer: Viewer;
  /** Whether it was refused. */
  readonly refused: boolean;
}

/** Documents of clients that are remembered. */
const MOST = 2_000;

/** Notes documents that are on no list: each at its 1st, 10th, 100th … time, so that a busy client does not fill the log. */
export class ForeignDocuments {
  private readonly times = new LRUCache<string, number>({ max: MOST });

  constructor(
    private readonly log: Log,
    /** Hears of every single time. */
    private readonly counted: (refused: boolean) => void = () => undefined,
  ) {}

  note({ id, operation, viewer, refused }: ForeignDocument): void {
    this.counted(refused);
    // Neither text nor variables, which may hold personal data; and of people only their role.
    const client = viewer.role === "SERVICE" ? viewer.subject : viewer.role;
    const key = `${client ?? ""} ${id}`;
    const times = (this.times.get(key) ?? 0) + 1;
    this.times.set(key, times);
    if (!isPowerOfTen(times)) return;
    const told = refused ? "foreign document refused" : "foreign document answered";
    this.log.info({ document: printable(id), operation: operation && printable(operation), client, times }, told);
  }
}

/** What a client gives for a name comes from outside: anything else could be made to look like a line of the log. */
const printable = (word: string): string => (/^[\w.~-]{1,128}$/.test(word) ? word : "unreadable");

const isPowerOfTen = (count: number): boolean => /^10*$/.test(String(count));
