import fc from "fast-check";
import type { Database } from "../../../src/platform/database/database.js";
import { insert } from "../../support/rows.js";

/** A book as the test knows it: what was put into the tables, with its links as keys. */
export interface Book {
  readonly key: string;
  readonly genre: string | null;
  readonly pages: number | null;
  readonly price: string | null;
  readonly weight: string | null;
  readonly printedOn: string | null;
  readonly boughtOn: string | null;
  readonly lendable: boolean | null;
  readonly binding: string | null;
  readonly department: string | null;
  readonly topics: readonly string[];
  readonly authors: readonly string[];
}

const two = (number: number): string => String(number).padStart(2, "0");
const month = fc.integer({ min: 1, max: 12 }).map(two);
const day = fc.integer({ min: 1, max: 28 }).map(two);
const year = fc.constantFrom("2017", "2018");
const date = fc.tuple(year, month, day).map((parts) => parts.join("-"));
const vague = fc.tuple(date, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));

/** A number as text, without zeros at its end. */
const decimal = (whole: number, scale: number) =>
  fc
    .tuple(fc.nat(whole), fc.nat(10 ** scale - 1))
    .map(([front, back]) => `${front}.${String(back).padStart(scale, "0")}`.replace(/\.?0+$/, "") || "0");

const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });
const among = (prefix: string, most: number) =>
  fc.subarray(Array.from({ length: most }, (_, index) => `${prefix}${index}`));

const book = fc.record({
  genre: perhaps(fc.constantFrom("NOVEL", "POEMS", "ATLAS")),
  pages: perhaps(fc.constantFrom(0, 1, 2, 300, 2_000_000_000)),
  price: perhaps(decimal(99_999_999, 2)),
  weight: perhaps(decimal(9_999_999, 8)),
  printedOn: perhaps(vague),
  boughtOn: perhaps(date),
  lendable: perhaps(fc.boolean()),
  binding: perhaps(fc.constantFrom("Leinen", "leinen", "Ähre", "")),
  department: perhaps(fc.constantFrom("d0", "d1", "d2")),
  topics: among("t", 4),
  authors: among("w", 3),
});

/** The same books for the same seed. */
export const booksOf = (size: number, seed: number): Book[] =>
  fc.sample(book, { numRuns: size, seed }).map((each, index) => ({ ...each, key: `b${index}` }));

/** Puts books and all that they are linked to into an empty library. */
export async function store(database: Database, books: readonly Book[]): Promise<void> {
  const named = async (table: string, prefix: string, count: number): Promise<Map<string, string>> => {
    const rows = Array.from({ length: count }, (_, index) => ({ key: `${prefix}${index}`, name: `${prefix}${index}` }));
    const ids = await insert(database, table, rows);
    return new Map(ids.map((id, index) => [`${prefix}${index}`, id]));
  };
  const departments = await named("department", "d", 4);
  const topics = await named("topic", "t", 5);
  const writers = await named("writer", "w", 4);
  const rows = books.map((each) => ({
    key: each.key,
    title: each.key,
    genre: each.genre,
    pages: each.pages,
    price: each.price,
    weight: each.weight,
    printed_on: each.printedOn,
    bought_on: each.boughtOn,
    lendable: each.lendable,
    format_binding: each.binding,
    department_id: each.department && departments.get(each.department)!,
  }));
  const ids = await insert(database, "book", rows);
  const pairs = books.flatMap((each, index) => each.topics.map((topic) => [ids[index], topics.get(topic)]));
  await database.query({
    text: "INSERT INTO book_topics SELECT (p->>0)::uuid, (p->>1)::uuid FROM jsonb_array_elements($1::jsonb) AS p",
    values: [JSON.stringify(pairs)],
  });
  const authorships = books.flatMap((each, index) =>
    each.authors.map((writer) => ({
      key: `${each.key}-${writer}`,
      book_id: ids[index],
      writer_id: writers.get(writer),
      part: "AUTHOR",
    })),
  );
  // Who edits a book is no author of it.
  const editing = { key: "b0-w3", book_id: ids[0], writer_id: writers.get("w3"), part: "EDITOR" };
  await insert(database, "authorship", [...authorships, editing]);
}
