import { randomUUID } from "node:crypto";
import { setImmediate as immediate } from "node:timers/promises";
import { decoded } from "../../platform/utf8.js";
import type { Database } from "../../platform/database/database.js";
import { unavailable } from "../../platform/database/unavailable.js";

/** The versions of all tables at one moment. */
export class Versions {
  private readonly known = new WeakMap<ReadonlySet<string>, string>();

  constructor(
    readonly text: string,
    private readonly byTable: Readonly<Record<string, number>>,
  ) {}

  /** The versions of these tables as one text: equal exactly when none of them has changed. A table that nobody watches never equals itself. */
  of(tables: ReadonlySet<string>): string {
    const found = this.known.get(tables);
    if (found !== undefined) return found;
    const versions = [...tables].map((table) => this.byTable[table]);
    if (versions.includes(undefined)) return `unwatched ${randomUUID()}`;
    const text = versions.join(" ");
    this.known.set(tables, text);
    return text;
  }
}

/** Those who wait for one reading. */
class Reading {
  readonly since = performance.now();
  tell!: (versions: Versions) => void;
  refuse!: (error: unknown) => void;
  readonly versions = new Promise<Versions>((tell, refuse) => Object.assign(this, { tell, refuse }));
}

/** Milliseconds after which nobody who has waited for the database begins to wait for it once more: all waits together would be too long. */
export const PATIENCE = 1_000;

/** Readings one right after the other, until the connection goes back to the pool, where others may wait for it. */
const MOST = 20;

const STATEMENT = {
  text: "SELECT COALESCE(json_object_agg(table_name, version)::text, '{}') AS text FROM data_version",
  values: [],
  name: "data-versions",
};

/**
 * Reads the versions of the data, once for all who ask before the reading begins. Who asks while one is under way waits for
 * the next: a version must be read after the question has come, or a change committed in between would be missed.
 * Where the one under way fails, those who wait behind it are refused with it: a database that does not answer would make them wait twice.
 */
export class DataVersions {
  private latest = new Versions("", {});
  private isAtWork = false;
  private underWay?: Reading | undefined;
  /** The next reading, if somebody waits for it. */
  private next?: Reading | undefined;

  constructor(private readonly database: Database) {}

  current(): Promise<Versions> {
    this.next ??= new Reading();
    if (!this.isAtWork) void this.readWhileAsked();
    return this.next.versions;
  }

  /** Never rejects. */
  private async readWhileAsked(): Promise<void> {
    this.isAtWork = true;
    await immediate(); // all requests of this tick
    while (this.next) {
      try {
        await this.database.session((connection) => this.readOver(connection));
      } catch (error) {
        for (const waiting of [this.underWay, this.next]) waiting?.refuse(error);
        this.underWay = this.next = undefined;
      }
    }
    this.isAtWork = false;
  }

  /** The next reading begins before those who waited for the last one are told: PostgreSQL reads while they are answered. */
  private async readOver(connection: Database): Promise<void> {
    this.underWay = this.turn();
    let read = this.read(connection);
    for (let count = 1; this.underWay; count++) {
      const versions = await read;
      const { tell } = this.underWay;
      this.refuseLate();
      this.underWay = count < MOST ? this.turn() : undefined;
      if (this.underWay) read = this.read(connection);
      tell(versions);
    }
  }

  /** Whoever has waited behind a slow reading for so long that their own might be too much. */
  private refuseLate(): void {
    if (!this.next || performance.now() - this.next.since < PATIENCE) return;
    this.turn()?.refuse(unavailable(new Error("A reading before took too long")));
  }

  /** The reading whose turn it is: who asks from now on waits for another one. */
  private turn(): Reading | undefined {
    const { next } = this;
    this.next = undefined;
    return next;
  }

  private async read(connection: Database): Promise<Versions> {
    const json = await connection.json(STATEMENT);
    const text = json === undefined ? "{}" : decoded(json);
    if (text !== this.latest.text) this.latest = new Versions(text, JSON.parse(text) as Record<string, number>);
    return this.latest;
  }
}
