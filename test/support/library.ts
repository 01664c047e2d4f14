import { Foundation1763800000000 as Foundation } from "../../migrations/1763800000000-foundation.js";
import { DataVersion1763800000002 as DataVersion } from "../../migrations/1763800000002-data-version.js";
import { GuardedWrites1763800000020 as GuardedWrites } from "../../migrations/1763800000020-guarded-writes.js";
import { Summaries1763800000050 as Summaries } from "../../migrations/1763800000050-summaries.js";
import { Tallies1763800000052 as Tallies } from "../../migrations/1763800000052-tallies.js";
import { pendingStatements } from "../../scripts/declared/pending-statements.js";
import { Search1763800000004 as Search } from "../../migrations/1763800000004-search.js";
import { Attribute } from "../../src/graph/declare/attribute.js";
import { Composite } from "../../src/graph/declare/composite.js";
import { graphOf } from "../../src/graph/assemble/graph.js";
import { Kind } from "../../src/graph/declare/kind.js";
import { Link, Links, Shortcut } from "../../src/graph/declare/link.js";
import { Node } from "../../src/graph/declare/node.js";
import { Day, Decimal, Euro, Flag, PartialDate, Prose, Text, WholeNumber } from "../../src/graph/types/types.js";
import { words } from "../../src/graph/types/words.js";
import { Source } from "../../src/graph/provenance/source.entity.js";
import { Statement } from "../../src/graph/provenance/statement.entity.js";
import { dataSourceOf } from "../../src/platform/database/data-source.js";
import { emptyDatabase } from "./database.js";
import { asking, type TestGraph } from "./asking.js";

/** Made-up kinds, so that the grammar is tested apart from any city: a library. */
const Genre = words("Genre", "Gattung", { NOVEL: "Roman", POEMS: "Gedichte", ATLAS: "Atlas" });
const Part = words("Part", "Anteil", { AUTHOR: "Verfasst", EDITOR: "Herausgegeben" });

@Composite("Format", "Format – Maße eines Buchs")
class Format {
  @Attribute(WholeNumber, "Höhe") height?: number;
  @Attribute(Text, "Einband") binding?: string;
}

@Kind({ german: "Abteilung", description: "Abteilung der Bibliothek", label: ["name"] })
class Department extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
}

@Kind({ german: "Schlagwort", description: "Gegenstand", label: ["name"] })
class Topic extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
}

@Kind({ german: "Person", description: "wer schreibt", label: ["name"] })
class Writer extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
}

@Kind({
  ...{ german: "Buch", description: "Buch im Regal", label: ["title"] },
  summaries: [["AUTHOR", "TOPIC", "GENRE"], ["DEPARTMENT", "WEIGHT"], ["SEQUEL", "LENDABLE"], ["BOUGHT_ON"]],
})
class Book extends Node {
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(Text, "Untertitel") subtitle?: string;
  @Attribute(WholeNumber, "Seiten") pages?: number;
  @Attribute(PartialDate, "Erschienen") printedOn?: string;
  @Attribute(Day, "Gekauft am") boughtOn?: string;
  @Attribute(Euro, "Preis") price?: string;
  @Attribute(Decimal, "Gewicht") weight?: string;
  @Attribute(Genre, "Gattung", { facet: true }) genre?: string;
  @Attribute(Flag, "Ausleihbar", { facet: true }) lendable?: boolean;
  @Attribute(Format, "Format") format?: Format;
  @Attribute(Prose, "Klappentext") blurb?: string;
  @Link(() => Department, "Abteilung", { inverse: { books: "Bücher" } }) department?: Department;
  @Link(() => Book, "Band davor", { acyclic: true, inverse: { sequels: "Folgebände" } }) prequel?: Book;
  @Links(() => Topic, "Schlagwörter", { inverse: { books: "Bücher" } }) topics?: Topic[];
}

@Kind({
  german: "Urheberschaft",
  description: "wer an einem Buch welchen Anteil hat",
  label: ["part", "writer.name", "book.title"],
})
@Shortcut({
  from: "book",
  to: "writer",
  where: { part: { eq: "AUTHOR" } },
  forward: { authors: "Verfasst von" },
  backward: { written: "Verfasst" },
})
@Shortcut({
  from: "book",
  to: "writer",
  where: { part: { eq: "EDITOR" } },
  forward: { editors: "Herausgegeben von" },
  backward: { edited: "Herausgegeben" },
})
class Authorship extends Node {
  @Link(() => Book, "Buch", { required: true, inverse: { authorships: "Urheberschaften" } }) book!: Book;
  @Link(() => Writer, "Person", { required: true, inverse: { authorships: "Urheberschaften" } }) writer!: Writer;
  @Attribute(Part, "Anteil", { required: true }) part!: string;
}

/** The library's graph. */
export const library = graphOf([Department, Topic, Writer, Book, Authorship, Source, Statement]);

/** The library over an empty database whose tables follow from the declarations alone. */
export async function testLibrary(): Promise<TestGraph> {
  const { url, database, serving, close } = await emptyDatabase();
  await run(url, [Foundation, DataVersion, Summaries, Tallies]);
  const tables = (await pendingStatements(url, library)).filter((text) => !text.startsWith("SELECT"));
  for (const text of tables) await database.query({ text, values: [] });
  await run(url, [Foundation, DataVersion, Summaries, Tallies, Search, GuardedWrites]);
  for (const text of await pendingStatements(url, library)) await database.query({ text, values: [] });
  return { graph: library, database, url, close, ...asking(library, [], serving) };
}

async function run(url: string, migrations: readonly (new () => object)[]): Promise<void> {
  const source = await dataSourceOf(url, [], migrations).initialize();
  await source.runMigrations();
  await source.destroy();
}
