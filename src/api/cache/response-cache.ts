import type { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Asked } from "../watch/note.js";
import { unavailable } from "../../platform/database/unavailable.js";
import type { ServiceUnavailable } from "../../platform/errors.js";
import { type DataVersions, PATIENCE, type Versions } from "./data-versions.js";
import { bestEncoding, COMPRESS, type Encoding } from "./encodings.js";

/** A body as it goes out. */
interface Encoded {
  readonly body: Buffer;
  /** Absent: not compressed. */
  readonly encoding?: Encoding;
  /** Each form of an answer has its own (RFC 9110, section 8.8.3.3). */
  readonly etag: string;
}

/** Bytes that are not worth compressing. */
const SMALL = 1_024;

/** An answer that has been sent, ready to be sent again. */
export class KeptAnswer implements Encoded {
  readonly encoding?: undefined;
  readonly etag: string;
  private readonly compressed = new Map<Encoding, Encoded | Promise<Encoded>>();

  constructor(
    readonly body: Buffer,
    readonly contentType: string,
    /** The tables it was read from, and their versions before the reading. */
    readonly tables: ReadonlySet<string>,
    readonly version: string,
    readonly asked?: Asked,
  ) {
    this.etag = `"${createHash("sha256").update(this.body).digest("base64url").slice(0, 27)}"`;
  }

  /** The body in a client's best encoding, compressed once. */
  encoded(accepted: string | undefined): Encoded | Promise<Encoded> {
    const encoding = accepted === undefined || this.body.length < SMALL ? undefined : bestEncoding(accepted);
    return encoding ? (this.compressed.get(encoding) ?? this.compress(encoding)) : this;
  }

  private compress(encoding: Encoding): Promise<Encoded> {
    const compressing = COMPRESS[encoding](this.body).then((body) => {
      const encoded = { body, encoding, etag: this.etag.replace(/"$/, `-${encoding}"`) };
      this.compressed.set(encoding, encoded);
      return encoded;
    });
    this.compressed.set(encoding, compressing);
    return compressing;
  }
}

/** What computing an answer yields: its body and, where it may be kept, the tables it was read from. */
export interface Fresh<T> {
  readonly answer: T;
  readonly keep?: Keep;
}

/** A fresh answer, and the same as it was kept, if it was. */
export interface Computed<T> extends Fresh<T> {
  readonly kept?: KeptAnswer;
}

/** What is kept of an answer, and what log and figures tell of whoever gets it again. */
export interface Keep {
  /** Made only when it is kept. */
  readonly body: () => Buffer;
  readonly contentType: string;
  readonly tables: ReadonlySet<string>;
  readonly asked?: Asked;
}

/** Bytes that kept answers may take up. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Questions that are remembered as having been asked once. */
const MOST_SEEN = 10_000;

const NOT_READ = { versions: undefined, isLate: false };

const tooLate = (): ServiceUnavailable => unavailable(new Error("The versions of the data came too late"));

/**
 * Exact: an answer is kept under the data version read before it was computed, and sent again only while that version, read
 * after the question came, is still the same. A question is kept from its second time on, or at once for those who ask again by a tag.
 */
export class ResponseCache {
  private readonly kept = new LRUCache<string, KeptAnswer>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }, key) => body.length * 2 + key.length,
  });
  private readonly seen = new LRUCache<string, true>({ max: MOST_SEEN });

  constructor(private readonly versions: DataVersions) {}

  /** The kept answer to a question, if the data is still what it was. Throws ServiceUnavailable where it is not and nothing more can be waited for. */
  async find(key: string): Promise<KeptAnswer | undefined> {
    const kept = this.kept.get(key);
    if (!kept) return undefined;
    const { versions, isLate } = await this.read();
    if (versions.of(kept.tables) === kept.version) return kept;
    if (isLate) throw tooLate();
    return undefined;
  }

  /** Computes an answer, and keeps it if its question has been answered before, or `atOnce`. A question that fails leaves nothing behind. Throws ServiceUnavailable as `find` does. */
  async compute<T>(key: string, work: () => Promise<Fresh<T>>, atOnce = false): Promise<Computed<T>> {
    const { versions: before, isLate } = atOnce || this.seen.has(key) ? await this.read() : NOT_READ;
    if (isLate) throw tooLate();
    const fresh = await work();
    if (!fresh.keep) return fresh;
    if (before) return { ...fresh, kept: this.keep(key, fresh.keep, before) };
    this.seen.set(key, true);
    return fresh;
  }

  private async read(): Promise<{ versions: Versions; isLate: boolean }> {
    const begin = performance.now();
    const versions = await this.versions.current();
    return { versions, isLate: performance.now() - begin > PATIENCE };
  }

  private keep(key: string, { body, contentType, tables, asked }: Keep, before: Versions): KeptAnswer {
    const kept = new KeptAnswer(body(), contentType, tables, before.of(tables), asked);
    this.kept.set(key, kept);
    return kept;
  }
}
