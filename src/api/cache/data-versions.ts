import { randomUUID } from "node:crypto";
import { decoded } from "../../platform/utf8.js";
import type { Database } from "../../platform/database/database.js";

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

/**
 * Reads the versions of the data, once for all who ask before the reading begins. Who asks while one is under way waits for
 * the next: a version must be read after the question has come, or a change committed in between would be missed.
 * Where the one under way fails, those who wait behind it are refused with it: a database that does not answer would make them wait twice.
 */
export class DataVersions {
  private latest = new Versions("", {});
  private running?: Promise<unknown>;
  private next?: Promise<Versions>;

  constructor(private readonly database: Database) {}

  current(): Promise<Versions> {
    return (this.next ??= this.begin());
  }

  private async begin(): Promise<Versions> {
    try {
      await this.running;
      await new Promise((later) => setImmediate(later)); // all requests of this tick
    } finally {
      delete this.next;
    }
    const reading = this.read();
    this.running = reading;
    return reading;
  }

  private async read(): Promise<Versions> {
    try {
      const json = await this.database.json({ text: STATEMENT, values: [], name: "data-versions" });
      const text = json === undefined ? "{}" : decoded(json);
      if (text !== this.latest.text) this.latest = new Versions(text, JSON.parse(text) as Record<string, number>);
      return this.latest;
    } finally {
      delete this.running;
    }
  }
}

const STATEMENT = "SELECT COALESCE(json_object_agg(table_name, version)::text, '{}') AS text FROM data_version";
