import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { pendingStatements } from "../../scripts/declared/pending-statements.js";
import type { TestGraph } from "../support/asking.js";
import { library, testLibrary } from "../support/library.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;

beforeAll(async () => {
  graph = await testLibrary();
  const { database } = graph;
  const [rare] = await insert(database, "department", [{ key: "rara", name: "Rara" }]);
  const [elster, saale] = await insert(database, "topic", [
    { key: "elster", name: "Elster" },
    { key: "saale", name: "Saale" },
  ]);
  const [atlas, second] = await insert(database, "book", [
    {
      key: "atlas",
      title: "Atlas der Elster",
      genre: "ATLAS",
      department_id: rare,
      format_height: 40,
      price: "19.90",
      printed_on: "2018-09",
    },
  ]).then(async ([first]) => [
    first,
    ...(await insert(database, "book", [{ key: "atlas-2", title: "Atlas der Elster, Band 2", prequel_id: first }])),
  ]);
  const [dix, luise] = await insert(database, "writer", [
    { key: "dix", name: "Otto Dix" },
    { key: "luise", name: "Luise Duttenhofer" },
  ]);
  await insert(database, "authorship", [
    { key: "a1", book_id: atlas, writer_id: dix, part: "AUTHOR" },
    { key: "a2", book_id: atlas, writer_id: luise, part: "EDITOR" },
    { key: "a3", book_id: second, writer_id: dix, part: "AUTHOR" },
  ]);
  await database.query({ text: "INSERT INTO book_topics VALUES ($1, $2), ($1, $3)", values: [atlas, elster, saale] });
});

afterAll(() => graph.close());

describe("one declaration", () => {
  test("makes a table that needs nothing more", async () => {
    expect(await pendingStatements(graph.url, library)).toEqual([]);
  });

  test("serves every attribute, objects included, null where nothing is known", async () => {
    const { data } = await graph.ask(
      `{ books(orderBy: [{ field: KEY }]) { nodes { key label genre price printedOn format { height binding } } } }`,
    );
    expect(data.books.nodes).toEqual([
      {
        key: "atlas",
        label: "Atlas der Elster",
        genre: "ATLAS",
        price: "19.90",
        printedOn: "2018-09",
        format: { height: 40, binding: null },
      },
      { key: "atlas-2", label: "Atlas der Elster, Band 2", genre: null, price: null, printedOn: null, format: null },
    ]);
  });

  test("serves both ends of a link", async () => {
    const { data } = await graph.ask(`{
      book(key: "atlas") { department { name } sequels { nodes { key prequel { key } } } topics { totalCount nodes { name } } }
      department(key: "rara") { books { nodes { key } } }
      topics(orderBy: [{ field: NAME }]) { nodes { name books { nodes { key } } } }
    }`);
    expect(data.book).toEqual({
      department: { name: "Rara" },
      sequels: { nodes: [{ key: "atlas-2", prequel: { key: "atlas" } }] },
      topics: { totalCount: 2, nodes: [{ name: "Elster" }, { name: "Saale" }] },
    });
    expect(data.department.books.nodes).toEqual([{ key: "atlas" }]);
    expect(data.topics.nodes).toEqual([
      { name: "Elster", books: { nodes: [{ key: "atlas" }] } },
      { name: "Saale", books: { nodes: [{ key: "atlas" }] } },
    ]);
  });

  test("serves a way across a link kind, in both directions, and filters by it", async () => {
    const { data } = await graph.ask(`{
      book(key: "atlas") { authors { nodes { name } } editors { nodes { name } } }
      writer(key: "dix") { written(orderBy: [{ field: KEY }]) { nodes { key } } edited { totalCount } }
      books(where: { editors: { some: { name: { startsWith: "luise" } } } }) { nodes { key } }
    }`);
    expect(data.book).toEqual({
      authors: { nodes: [{ name: "Otto Dix" }] },
      editors: { nodes: [{ name: "Luise Duttenhofer" }] },
    });
    expect(data.writer).toEqual({
      written: { nodes: [{ key: "atlas" }, { key: "atlas-2" }] },
      edited: { totalCount: 0 },
    });
    expect(data.books.nodes).toEqual([{ key: "atlas" }]);
  });

  test("makes labels of link kinds from what they link", async () => {
    const { data } = await graph.ask(`{ authorship(key: "a2") { label } }`);
    expect(data.authorship.label).toBe("Herausgegeben, Luise Duttenhofer, Atlas der Elster");
  });

  test("finds any node by its id, several kinds at once, in the order asked, null where there is none", async () => {
    const { data: ids } = await graph.ask(`{ book(key: "atlas") { id } writer(key: "dix") { id } }`);
    const wanted = [ids.writer.id, ids.book.id.replace(/.{4}$/, "0000"), ids.book.id];
    const { data } = await graph.ask(
      `query ($ids: [ID!]!, $one: ID!) { nodes(ids: $ids) { __typename key ... on Writer { name } ... on Book { title } } node(id: $one) { label } }`,
      { ids: wanted, one: ids.book.id },
    );
    expect(data.nodes).toEqual([
      { __typename: "Writer", key: "dix", name: "Otto Dix" },
      null,
      { __typename: "Book", key: "atlas", title: "Atlas der Elster" },
    ]);
    expect(data.node.label).toBe("Atlas der Elster");
  });
});

describe("the database itself", () => {
  test("refuses a circle in a tree", async () => {
    const change = graph.database.query({
      text: "UPDATE book SET prequel_id = (SELECT id FROM book WHERE key = 'atlas-2') WHERE key = 'atlas'",
      values: [],
    });
    await expect(change).rejects.toMatchObject({ code: "23514", constraint: "no_circle_prequel_id" });
  });

  test("refuses a date that no calendar has, a price below zero, a key that is no slug, a key given twice", async () => {
    const bad = [{ printed_on: "2019-02-29" }, { price: "-1" }, { key: "Böse Taste" }, { key: "atlas" }];
    for (const [index, values] of bad.entries()) {
      const row = { key: `bad-${index}`, title: "x", ...values };
      await expect(insert(graph.database, "book", [row])).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
    }
  });

  test("counts the version of a row with every change, by whomever, and not without one", async () => {
    const [id] = await insert(graph.database, "topic", [{ key: "version", name: "a" }]);
    for (const name of ["b", "b", "c"])
      await graph.database.query({ text: "UPDATE topic SET name = $1 WHERE id = $2", values: [name, id] });
    const { data } = await graph.ask(`{ topic(key: "version") { version name } }`);
    expect(data.topic).toEqual({ version: 3, name: "c" });
  });
});
