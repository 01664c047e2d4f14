import type { Identify } from "../../../src/access/identity/identifier.js";
import type { Viewer } from "../../../src/access/viewer.js";
import { insert } from "../../support/rows.js";
import { type TestServer, testServer } from "../../support/server.js";

/** Words that must be nowhere once somebody is erased. */
export const TRACES = /Öztürk|oeztuerk|ozturk|Oezt|365-4711|Personalnummer-77/i;

/** An answer, read by the shape of its question. */
export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by the shape of the question
  readonly data: any;
  readonly errors?: { extensions: { code: string; attribute?: string } }[];
}

/** Somebody made up, by the id that clients see, the UUID, and the UUID of the one role. */
export interface Somebody {
  readonly id: string;
  readonly uuid: string;
  readonly holding: string;
}

/** A server with an office, whose note names somebody, and people with everything that can be held on one. */
export interface TownHall {
  readonly server: TestServer;
  readonly office: string;
  /** Asks as a role, or as nobody. */
  ask(who: string | undefined, query: string, variables?: object): Promise<Answer>;
  somebody(retainUntil?: string | null): Promise<Somebody>;
  rows<Row>(text: string, ...values: unknown[]): Promise<Row[]>;
}

const identify: Identify = async (name) =>
  name === undefined
    ? { role: "PUBLIC", departments: [] }
    : ({ role: name.toUpperCase(), subject: name, departments: [] } as Viewer);

/** Opens the town hall. */
export async function townHall(): Promise<TownHall> {
  const server = await testServer({ identifying: () => identify });
  const note = "Früher von Frau Öztürk-Meier geleitet";
  const [office] = await insert(server.database, "department", [{ key: "amt", name: "Amt", kind: "OFFICE", note }]);
  let made = 0;
  return {
    server,
    office: office!,
    ask: async (who, query, variables = {}) => {
      const headers: Record<string, string> = who === undefined ? {} : { authorization: who };
      return (await (await server.post({ query, variables }, headers)).json()) as Answer;
    },
    somebody: (retainUntil = null) => somebodyIn(server, office!, ++made, retainUntil),
    rows: (text, ...values) => server.database.query({ text, values }),
  };
}

async function somebodyIn(
  { database }: TestServer,
  office: string,
  made: number,
  retain_until: string | null,
): Promise<Somebody> {
  const key = `oeztuerk-meier-aylin-${made}`;
  const [uuid] = (await insert(database, "person", [{ key, name: "Aylin Öztürk-Meier" }])) as [string];
  const reached = { email: "oeztuerk@stadt.example", phone: "0365-4711", function: "Amtsleitung" };
  const [holding] = (await insert(database, "role_holding", [
    {
      key: `amt--${key}`,
      person_id: uuid,
      department_id: office,
      role: "HEAD",
      valid_from: "2020",
      retain_until,
      ...reached,
    },
  ])) as [string];
  const [source_id] = await insert(database, "source", [{ key: `seite-${made}`, title: "Seite des Amts" }]);
  const said = {
    rank: "PREFERRED",
    basis: "SOURCE",
    locator: "Frau Öztürk-Meier, Zimmer 3",
    reason: "wie Öztürk-Meier sagt",
  };
  const [about, aboutRole] = [
    { ...said, source_id, subject_id: uuid },
    { ...said, source_id, subject_id: holding },
  ];
  await insert(database, "statement", [
    { ...about, key: `${key}--name`, attribute: "name", value: "Aylin Öztürk-Meier", position: 1 },
    { ...aboutRole, key: `amt--${key}--phone`, attribute: "phone", value: "0365-4711", position: 1 },
    { ...aboutRole, key: `amt--${key}--from`, attribute: "validFrom", value: "2020", position: 2 },
  ]);
  await insert(database, "external_id", [{ scheme: "sap", value: `Personalnummer-77-${made}`, node_id: uuid }]);
  return { id: `person_${uuid}`, uuid, holding };
}

/** Reports on a person. */
export const REPORT =
  "query ($id: ID!, $reason: String!) { personReport(id: $id, reason: $reason) { kind id values } }";

/** Erases a person. */
export const ERASE = `mutation ($id: ID!, $reason: String!) { erasePerson(id: $id, reason: $reason) {
  roles statements externalIds mentions { kind id } } }`;
