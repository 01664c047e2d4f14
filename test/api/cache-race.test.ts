import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestDatabase, testDatabase } from "../support/database.js";
import { type ServerProcess, serverProcess } from "../support/process.js";
import { insert } from "../support/rows.js";

/** Commits of each writer; the long run sets RACE_COMMITS. */
const COMMITS = Number(process.env.RACE_COMMITS ?? 150);
const WRITERS = 4;
const QUERY = {
  query: `{ measures(orderBy: [{ field: KEY }], where: { key: { startsWith: "m" } }) { nodes { key code spatialUnits { totalCount } } } }`,
};

let made: TestDatabase;
let servers: ServerProcess[];

beforeAll(async () => {
  made = await testDatabase();
  const measures = Array.from({ length: WRITERS }, (_, index) => ({ key: `m${index}`, title: "x", code: "0" }));
  await insert(made.database, "measure", measures);
  await insert(
    made.database,
    "spatial_unit",
    Array.from({ length: COMMITS }, (_, index) => ({ key: `s${index}`, name: "s", kind: "QUARTER" })),
  );
  servers = await Promise.all([serverProcess(made.url), serverProcess(made.url)]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await made.close();
});

interface Node {
  readonly key: string;
  readonly code: string;
  readonly spatialUnits: { readonly totalCount: number };
}

async function read(server: ServerProcess): Promise<Map<string, Node>> {
  const response = await server.post(QUERY, { "stadtgraph-explain": "1" });
  const { data, extensions } = (await response.json()) as {
    data: { measures: { nodes: Node[] } };
    extensions: { explain: { path: string } };
  };
  paths[extensions.explain.path] = (paths[extensions.explain.path] ?? 0) + 1;
  return new Map(data.measures.nodes.map((node) => [node.key, node]));
}

const paths: Record<string, number> = {};

test(`after a commit no server answers with older data: ${WRITERS} writers, 2 servers, rows and links`, async () => {
  let stale = 0;
  let reads = 0;
  const writer = async (index: number): Promise<void> => {
    for (let count = 1; count <= COMMITS; count++) {
      await made.database.transaction(async (transaction) => {
        await transaction.query({
          text: "UPDATE measure SET code = $1 WHERE key = $2",
          values: [String(count), `m${index}`],
        });
        const text =
          "INSERT INTO measure_spatial_units SELECT m.id, s.id FROM measure m, spatial_unit s WHERE m.key = $1 AND s.key = $2";
        await transaction.query({ text, values: [`m${index}`, `s${count - 1}`] });
      });
      const seen = await Promise.all([...servers, ...servers].map(read));
      reads += seen.length;
      stale += seen
        .map((nodes) => nodes.get(`m${index}`)!)
        .filter(({ code, spatialUnits }) => Number(code) < count || spatialUnits.totalCount < count).length;
    }
  };
  const state = { writing: true };
  const idle = async (server: ServerProcess): Promise<void> => {
    while (state.writing) await read(server);
  };
  const readers = servers.map(idle);
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(index)));
  state.writing = false;
  await Promise.all(readers);
  expect({ stale, reads }).toEqual({ stale: 0, reads: COMMITS * WRITERS * 4 });
  expect(paths.planned).toBeGreaterThan(COMMITS);
  for (let more = 0; more < 3; more++) await Promise.all(servers.map(read));
  expect(paths.cached).toBeGreaterThan(0);
}, 600_000);
