import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Viewer } from "../../../src/access/viewer.js";
import { identifyAsTold, toldAs } from "../rights/people.js";
import { insert } from "../../support/rows.js";
import { type TestServer, testServer } from "../../support/server.js";
import { cities, found, keyIn, type Office, ownAmong } from "./offices.js";

/** Random cities that are tried; each is a case of its own. */
const CASES = 200;

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ identifying: () => identifyAsTold });
});
afterAll(() => server.close());

/** What a row is drawn from: its state, whether it is public, and the place of its department. */
interface Drawn {
  readonly publication: "DRAFT" | "PUBLISHED" | "WITHDRAWN";
  readonly visibility: "PUBLIC" | "INTERNAL";
  readonly owner: number | null;
}

interface Row extends Drawn {
  readonly kind: "Measure" | "Goal" | "Indicator" | "FundingGrant";
  readonly id: string;
  /** It is hidden with this one. */
  readonly whole?: Row;
}

const rows = fc.record<Drawn>({
  publication: fc.constantFrom("DRAFT", "DRAFT", "PUBLISHED", "WITHDRAWN"),
  visibility: fc.constantFrom("PUBLIC", "INTERNAL"),
  owner: fc.option(fc.nat(8), { freq: 5 }),
});

const scenes = fc.record({
  city: cities,
  named: fc.uniqueArray(fc.nat(8), { maxLength: 2 }),
  measures: fc.array(rows, { minLength: 2, maxLength: 3 }),
  goals: fc.array(rows, { minLength: 1, maxLength: 2 }),
  indicators: fc.array(rows, { minLength: 1, maxLength: 2 }),
  grants: fc.array(rows, { minLength: 1, maxLength: 2 }),
});

const KINDS = {
  Measure: { table: "measure", cells: { title: "Maßnahme", status: "PLANNED" } },
  Goal: { table: "goal", cells: { title: "Ziel", kind: "GUIDING" } },
  Indicator: { table: "indicator", cells: { title: "Kennzahl" } },
  FundingGrant: { table: "funding_grant", cells: { stage: "GRANTED" } },
} as const;

let counter = 0;

async function made(
  kind: Row["kind"],
  drawn: readonly Drawn[],
  offices: readonly string[],
  more: (index: number) => object = () => ({}),
): Promise<Row[]> {
  const { table, cells } = KINDS[kind];
  const cellsOf = ({ owner, ...state }: Drawn, index: number) => ({
    ...cells,
    ...state,
    ...more(index),
    key: `${table.replace("_", "-")}-${++counter}`,
    owner_id: owner === null ? null : offices[owner % offices.length]!,
  });
  const ids = await insert(server.database, table, drawn.map(cellsOf));
  return drawn.map((each, index) => ({
    ...each,
    owner: each.owner === null ? null : each.owner % offices.length,
    kind,
    id: `${table.replace("_", "-")}_${ids[index]!}`,
  }));
}

const uuidOf = ({ id }: Row): string => id.split("_")[1]!;

/** What an editor may see of a row, and whether it is theirs. */
function rightsIn(city: readonly Office[], named: readonly number[]) {
  const ours = ownAmong(city, named);
  const isOwn = ({ owner }: Row): boolean => owner !== null && ours.has(owner);
  const isSeen = (row: Row): boolean =>
    (row.publication === "PUBLISHED" || isOwn(row)) && (!row.whole || isSeen(row.whole));
  return { isOwn, isSeen };
}

async function ask(viewer: Viewer, query: string, variables: object, path?: string) {
  const headers = { ...toldAs(viewer), ...(path && { "stadtgraph-path": path }) };
  const answer = await server.post({ query, variables }, headers);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads answers by the shape of its own question
  return (await answer.json()) as { data: any; errors?: { extensions: { code: string } }[] };
}

/** Everything an editor can find out of these rows, by id and through lists of every kind. */
async function look(viewer: Viewer, all: readonly Row[], path: string) {
  const of = (kind: Row["kind"]): string[] => all.filter((row) => row.kind === kind).map(({ id }) => id);
  const lists = ["measures", "goals", "indicators", "fundingGrants"] as const;
  const kinds = ["Measure", "Goal", "Indicator", "FundingGrant"] as const;
  const definitions = lists.map((list) => `$${list}: [ID!]`).join(" ");
  const fields = lists.map((list) => `${list}(where: { id: { in: $${list} } }) { totalCount nodes { id } }`).join(" ");
  const query = `query ($ids: [ID!]! ${definitions}) { nodes(ids: $ids) { id viewerCan { edit withdraw review } } ${fields} }`;
  const variables = {
    ids: all.map(({ id }) => id),
    ...Object.fromEntries(lists.map((list, i) => [list, of(kinds[i]!)])),
  };
  const { data, errors } = await ask(viewer, query, variables, path);
  expect(errors).toBeUndefined();
  const listed = lists.flatMap((list) => data[list].nodes.map(({ id }: { id: string }) => id) as string[]);
  const counted = lists.reduce((sum, list) => sum + Number(data[list].totalCount), 0);
  return { nodes: data.nodes as ({ id: string; viewerCan: object } | null)[], listed: listed.sort(), counted };
}

const expectedCode = (row: Row, { isSeen, isOwn }: ReturnType<typeof rightsIn>): string => {
  if (!isSeen(row)) return "NOT_FOUND";
  if (!isOwn(row)) return "FORBIDDEN";
  return row.publication === "WITHDRAWN" ? "CONFLICT" : "done";
};

async function write(viewer: Viewer, verb: "withdraw" | "publish", { kind, id }: Row, path: string): Promise<string> {
  const query = `mutation ($id: ID!) { ${verb}${kind}(id: $id, expectedVersion: 1, reason: "Versuch") { id publication } }`;
  const { errors } = await ask(viewer, query, { id }, path);
  return errors?.[0]?.extensions.code ?? "done";
}

const states = async (all: readonly Row[]): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      all.map(async (row) => {
        const text = `SELECT id, publication, version FROM ${KINDS[row.kind].table} WHERE id = $1`;
        return server.database.query({ text, values: [uuidOf(row)] });
      }),
    ),
  );

type Scene = typeof scenes extends fc.Arbitrary<infer S> ? S : never;

interface Stage {
  readonly viewer: Viewer;
  readonly all: readonly Row[];
  readonly rights: ReturnType<typeof rightsIn>;
}

/** Writes a scene down: a city, rows of several kinds, and an editor of some of its departments. */
async function staged({ city, named: drawn, ...given }: Scene): Promise<Stage> {
  const name = `c${++counter}`;
  const offices = await found(server.database, name, city);
  const named = [...new Set(drawn.map((place) => place % city.length))];
  const measures = await made("Measure", given.measures, offices);
  const programmes = [{ key: `fp-${counter}`, title: "Programm", level: "STATE" }];
  const [programme] = await insert(server.database, "funding_programme", programmes);
  const whole = (index: number): Row => measures[index % measures.length]!;
  const ends = (index: number) => ({ measure_id: uuidOf(whole(index)), programme_id: programme! });
  const grants = await made("FundingGrant", given.grants, offices, ends);
  const all = [
    ...measures,
    ...grants.map((grant, index) => ({ ...grant, whole: whole(index) })),
    ...(await made("Goal", given.goals, offices)),
    ...(await made("Indicator", given.indicators, offices)),
  ];
  const departments = named.map((place) => keyIn(name, place));
  return { viewer: { role: "EDITOR", subject: "e", departments }, all, rights: rightsIn(city, named) };
}

async function looksRight({ viewer, all, rights }: Stage, path: string): Promise<void> {
  const { nodes, listed, counted } = await look(viewer, all, path);
  const seen = all.filter(rights.isSeen);
  const expected = all.map((row) => {
    const own = rights.isOwn(row);
    const viewerCan = { edit: own, withdraw: own && row.publication !== "WITHDRAWN", review: false };
    return rights.isSeen(row) ? { id: row.id, viewerCan } : null;
  });
  expect(nodes).toEqual(expected);
  expect(listed).toEqual(seen.map(({ id }) => id).sort());
  expect(counted).toBe(seen.length);
}

/** Tries every write on every row; gives how many were made. What is refused changes nothing. */
async function writesRightly({ viewer, all, rights }: Stage): Promise<number> {
  const before = await states(all);
  for (const row of all) expect(await write(viewer, "publish", row, "planned")).toBe("FORBIDDEN");
  const order = [...all].reverse(); // wholes last: what is withdrawn hides its parts
  const refused = order.filter((row) => expectedCode(row, rights) !== "done");
  for (const row of refused) expect(await write(viewer, "withdraw", row, "resolved")).toBe(expectedCode(row, rights));
  expect(await states(all)).toBe(before);
  const left = order.filter((row) => !refused.includes(row));
  for (const row of left) expect(await write(viewer, "withdraw", row, "planned")).toBe("done");
  return left.length;
}

test(`an editor sees and changes what belongs to the own departments and nothing of others, in ${CASES} random cities`, async () => {
  const tally = { cases: 0, seen: 0, hidden: 0, written: 0, refused: 0 };
  const property = fc.asyncProperty(scenes, async (scene) => {
    const stage = await staged(scene);
    for (const path of ["planned", "resolved"]) await looksRight(stage, path);
    const written = await writesRightly(stage);
    const seen = stage.all.filter(stage.rights.isSeen).length;
    tally.cases++;
    tally.seen += seen;
    tally.hidden += stage.all.length - seen;
    tally.written += written;
    tally.refused += stage.all.length - written;
  });
  await fc.assert(property, { numRuns: CASES, seed: 5, endOnFailure: true });
  expect(tally.cases).toBe(CASES);
  for (const count of Object.values(tally)) expect(count).toBeGreaterThanOrEqual(CASES / 2);
}, 600_000);
