import { beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { BUILDING, type TestDatabase } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type ServerProcess, serverProcess } from "../support/process.js";
import { askOnce, outcomesOf, worstOf } from "./world/clients.js";
import { tell } from "./world/figures.js";
import { kept } from "./world/kept.js";
import { until } from "./world/watch.js";

let data: TestDatabase;
let server: ServerProcess;
const keep = kept();
beforeAll(async () => {
  data = keep(await geraDatabase(), (made) => made.close());
  server = keep(await serverProcess(data.url, { DATABASE_POOL_SIZE: "2", CACHE: "off" }), ({ stop }) => stop());
}, BUILDING);

const ask = (query: string) => askOnce(server, { query });

/** Each a document of its own, so that nothing is known before and some of it is answered by the resolvers. */
const different = (index: number): string =>
  index % 4 === 0
    ? `query R${index} { measures(first: ${index % 20}) { nodes { key } } __schema { queryType { name } } }`
    : `query P${index} { themes(first: ${index % 20}) { nodes { key measures(first: 2) { totalCount nodes { title } } } } }`;

test("200 questions at once over two connections are all answered, or refused cleanly", async () => {
  const told = await Promise.all(Array.from({ length: 200 }, (_, index) => ask(different(index))));

  const outcomes = outcomesOf(told);
  tell("200 questions over two connections", { worst: worstOf(told), outcomes });
  const unclean = Object.keys(outcomes).filter((outcome) => !["200", "503 SERVICE_UNAVAILABLE"].includes(outcome));
  expect(unclean).toEqual([]);
  expect(outcomes["200"]).toBeGreaterThan(0);
  expect(await ask("{ themes { totalCount } }")).toMatchObject({ status: 200 });
});

test("while every connection waits for a lock, questions are refused in time, and answered as soon as it is gone", async () => {
  const holder = keep(new pg.Client({ connectionString: data.url }), (client) => client.end());
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("LOCK TABLE measure IN ACCESS EXCLUSIVE MODE");

  const queries = Array.from({ length: 40 }, (_, index) =>
    ask(`query L${index} { ${index % 2 ? "themes" : "measures"}(first: 1) { nodes { key } } }`),
  );
  const told = await Promise.all(queries);
  await holder.query("ROLLBACK");

  tell("every connection waits for a lock", { worst: worstOf(told), outcomes: outcomesOf(told) });
  expect(outcomesOf(told)["503 SERVICE_UNAVAILABLE"]).toBeGreaterThan(20);
  expect(Object.keys(outcomesOf(told)).filter((outcome) => !/^200$|^503 SERVICE/.test(outcome))).toEqual([]);
  expect(worstOf(told)).toBeLessThanOrEqual(6_000); // 3 s in line at most, then 2.5 s for the statement
  expect(await until(async () => (await ask("{ measures(first: 1) { nodes { key } } }")).status === 200)).toBeLessThan(
    2_000,
  );
});
