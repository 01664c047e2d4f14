import type { Book } from "./books.js";
import { compare, meanOf, sumOf } from "./decimal.js";

const present = <T>(values: readonly (T | null)[]): T[] => values.filter((each) => each !== null);

const greatest = <T>(values: readonly T[], order: (a: T, b: T) => number): T | null =>
  [...values].sort(order).at(-1) ?? null;
const least = <T>(values: readonly T[], order: (a: T, b: T) => number): T | null => [...values].sort(order)[0] ?? null;
const asText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Asks for all figures that `figuresOf` computes. */
export const FIGURES = `count sum { pages price weight } avg { pages price weight }
  min { pages price weight printedOn boughtOn } max { pages price weight printedOn boughtOn }`;

/** The figures over books as the API is to show them, computed from the rows in JavaScript. */
export function figuresOf(books: readonly Book[]): object {
  const pages = present(books.map((each) => each.pages));
  const [price, weight] = [present(books.map((each) => each.price)), present(books.map((each) => each.weight))];
  const [printed, bought] = [present(books.map((each) => each.printedOn)), present(books.map((each) => each.boughtOn))];
  const numbers = pages.map(String);
  const ends = (end: typeof least) => ({
    pages: end(pages, (a, b) => a - b),
    price: end(price, compare),
    weight: end(weight, compare),
    printedOn: end(printed, asText),
    boughtOn: end(bought, asText),
  });
  return {
    count: books.length,
    sum: { pages: sumOf(numbers), price: sumOf(price), weight: sumOf(weight) },
    avg: { pages: meanOf(numbers), price: meanOf(price), weight: meanOf(weight) },
    min: ends(least),
    max: ends(greatest),
  };
}

/** What a book is grouped by: a field of the keys, how to ask for it, and the keys of the groups that the book is in. */
export interface By {
  readonly name: string;
  readonly key: string;
  readonly ask: string;
  readonly of: (book: Book) => readonly (string | number | boolean | { key: string } | null)[];
}

const value = (name: string, key: string, of: (book: Book) => string | number | boolean | null): By => ({
  name,
  key,
  ask: key,
  of: (book) => [of(book)],
});

/** Many links, many groups; none, the group of those without. */
const linked = (name: string, key: string, of: (book: Book) => readonly string[]): By => ({
  name,
  key,
  ask: `${key} { key }`,
  of: (book) => (of(book).length === 0 ? [null] : of(book).map((each) => ({ key: each }))),
});

const CUTS: Readonly<Record<string, (year: string, month: number) => string>> = {
  Year: (year) => year,
  HalfYear: (year, month) => `${year}-H${month <= 6 ? 1 : 2}`,
  Quarter: (year, month) => `${year}-Q${Math.ceil(month / 3)}`,
  Month: (year, month) => `${year}-${String(month).padStart(2, "0")}`,
};

const cut = (date: string | null, by: string): string | null => {
  if (date === null || date.length === 4) return date;
  return CUTS[by]!(date.slice(0, 4), Number(date.slice(5, 7)));
};

/** Everything that the test groups books by. */
export const DIMENSIONS: readonly By[] = [
  value("GENRE", "genre", (book) => book.genre),
  value("LENDABLE", "lendable", (book) => book.lendable),
  value("PAGES", "pages", (book) => book.pages),
  value("FORMAT_BINDING", "formatBinding", (book) => book.binding),
  value("PRINTED_ON", "printedOn", (book) => book.printedOn),
  ...Object.keys(CUTS).flatMap((each) => {
    const name = { Year: "YEAR", HalfYear: "HALF_YEAR", Quarter: "QUARTER", Month: "MONTH" }[each]!;
    return [
      value(`PRINTED_ON_${name}`, `printedOn${each}`, (book) => cut(book.printedOn, each)),
      value(`BOUGHT_ON_${name}`, `boughtOn${each}`, (book) => cut(book.boughtOn, each)),
    ];
  }),
  linked("DEPARTMENT", "department", (book) => present([book.department])),
  linked("TOPIC", "topic", (book) => book.topics),
  linked("AUTHOR", "author", (book) => book.authors),
];

/** The groups of books, in no order: the keys asked for, and the books in each. */
export function groupsOf(books: readonly Book[], by: readonly By[]): { keys: object; books: Book[] }[] {
  const groups = new Map<string, { keys: object; books: Book[] }>();
  for (const book of books)
    for (const keys of by.reduce<object[]>(
      (all, each) => all.flatMap((before) => each.of(book).map((own) => ({ ...before, [each.key]: own }))),
      [{}],
    )) {
      const name = JSON.stringify(keys);
      groups.set(name, { keys, books: [...(groups.get(name)?.books ?? []), book] });
    }
  return [...groups.values()];
}
