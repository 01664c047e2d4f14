import fc from "fast-check";
import type { Statement } from "../../../src/platform/database/database.js";

/** How many rows of each kind the library has; their keys end in their number. */
export const SIZE = 6;

const number = fc.nat(SIZE - 1);
const states = fc.constantFrom(...Array<string>(6).fill("PUBLISHED"), "DRAFT", "WITHDRAWN");
const visibilities = fc.constantFrom("PUBLIC", "PUBLIC", "PUBLIC", "INTERNAL");

const change = (text: string, ...values: fc.Arbitrary<unknown>[]): fc.Arbitrary<Statement> =>
  fc.tuple(...values).map((drawn) => ({ text, values: drawn }));

const keyOf = (kind: string, least = 0): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: SIZE - 1 }).map((each) => `${kind}-${each}`);

const hidden = ["book", "topic", "writer", "department", "authorship"].map((table) =>
  change(
    `UPDATE ${table} SET publication = $1::publication_state, visibility = $2::visibility WHERE key = $3`,
    states,
    visibilities,
    keyOf(table),
  ),
);

const value = <T>(...values: T[]) => fc.constantFrom(null, ...values);

const ofBooks = [
  change("UPDATE book SET genre = $1::genre WHERE key = $2", value("NOVEL", "POEMS", "ATLAS"), keyOf("book")),
  change("UPDATE book SET price = $1::numeric WHERE key = $2", value("1.50", "0", "99999999.99"), keyOf("book")),
  change("UPDATE book SET weight = $1::numeric WHERE key = $2", value("1.5", "1.50", "7", "7.00"), keyOf("book")),
  change("UPDATE book SET pages = $1::int WHERE key = $2", value(1, 2147483647), keyOf("book")),
  change("UPDATE book SET bought_on = $1::date WHERE key = $2", value("2024-03-01", "1999-12-31"), keyOf("book")),
  change("UPDATE book SET lendable = $1::boolean WHERE key = $2", value(true, false), keyOf("book")),
  change("UPDATE book SET printed_on = $1 WHERE key = $2", value("2018", "2018-01", "2017-12-31"), keyOf("book")),
  change("UPDATE book SET title = title || '.' WHERE key = $1", keyOf("book")),
  change(
    "UPDATE book SET department_id = (SELECT id FROM department WHERE key = $1) WHERE key = $2",
    value("department-0", "department-1"),
    keyOf("book"),
  ),
  // Never in a circle: the volume before has a smaller number.
  change(
    "UPDATE book SET prequel_id = (SELECT id FROM book WHERE key = $1) WHERE key = $2",
    value("book-0", "book-1", "book-2"),
    keyOf("book", 3),
  ),
];

const ofLinks = [
  change(
    `INSERT INTO book_topics (book_id, topics_id) SELECT b.id, t.id FROM book AS b, topic AS t WHERE b.key = $1 AND t.key = $2
     ON CONFLICT DO NOTHING`,
    keyOf("book"),
    keyOf("topic"),
  ),
  change("DELETE FROM book_topics WHERE book_id = (SELECT id FROM book WHERE key = $1)", keyOf("book")),
  change(
    `UPDATE authorship SET part = $1::part, book_id = (SELECT id FROM book WHERE key = $2),
     writer_id = (SELECT id FROM writer WHERE key = $3) WHERE key = $4`,
    fc.constantFrom("AUTHOR", "EDITOR"),
    keyOf("book"),
    keyOf("writer"),
    keyOf("authorship"),
  ),
  change(
    `INSERT INTO authorship (key, part, book_id, writer_id) SELECT 'new-' || $1::int, 'AUTHOR', b.id, w.id FROM book AS b, writer AS w
     WHERE b.key = $2 AND w.key = $3 ON CONFLICT DO NOTHING`,
    number,
    keyOf("book"),
    keyOf("writer"),
  ),
  change("DELETE FROM authorship WHERE key = 'new-' || $1::int", number),
];

/** A change of the library by one statement: of what groups are made of, of who sees it, or of something else. */
export const changes: fc.Arbitrary<Statement> = fc.oneof(...hidden, ...ofBooks, ...ofLinks);

/** Everything that groups are made of, emptied by one statement. */
export const EMPTIED: Statement = { text: "TRUNCATE book_topics, authorship", values: [] };
