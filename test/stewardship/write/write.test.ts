import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Viewer } from "../../../src/access/viewer.js";
import { identifyAs } from "../../access/rights/people.js";
import { insert } from "../../support/rows.js";
import { type TestServer, testServer } from "../../support/server.js";

const people = {
  clara: { role: "EDITOR", subject: "clara", departments: ["jugendamt"] },
  dora: { role: "EDITOR", subject: "dora", departments: ["sozialamt"] },
  stefan: { role: "STEWARD", subject: "stefan", departments: [] },
  staff: { role: "STAFF", subject: "staff", departments: [] },
} satisfies Record<string, Viewer>;
type Name = keyof typeof people | undefined;

let server: TestServer;
let jugend: string, sozial: string;
beforeAll(async () => {
  server = await testServer({ identifying: () => identifyAs(people) });
  [jugend, sozial] = (await insert(server.database, "department", [
    { key: "jugendamt", name: "Jugendamt", kind: "OFFICE" },
    { key: "sozialamt", name: "Sozialamt", kind: "OFFICE" },
  ])) as [string, string];
});
afterAll(() => server.close());

let counter = 0;

/** A measure of an office, as the API names it. */
async function measure(owner: string | null = jugend, publication = "PUBLISHED"): Promise<string> {
  const row = { key: `m-${++counter}`, title: "Spielplatz", status: "PLANNED", owner_id: owner, publication };
  const [id] = await insert(server.database, "measure", [row]);
  return `measure_${id!}`;
}

interface Told {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads answers by the shape of its own question
  readonly data: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- errors carry what their code promises
  readonly errors?: readonly { message: string; extensions: any }[];
}

async function ask(name: Name, query: string, variables: object): Promise<Told> {
  const answer = await server.post({ query, variables }, name === undefined ? {} : { authorization: name });
  return (await answer.json()) as Told;
}

const writing = (verb: string) => `mutation ($id: ID!, $version: Int!, $reason: String!) {
  done: ${verb}Measure(id: $id, expectedVersion: $version, reason: $reason) {
    id version publication title viewerCan { withdraw } owner { key } } }`;

const write = (name: Name, verb: "withdraw" | "publish", id: string, version = 1, reason = "doppelt erfasst") =>
  ask(name, writing(verb), { id, version, reason });

const codeOf = ({ errors }: Told): string => String(errors?.[0]?.extensions.code ?? "done");

const notes = (id: string) =>
  server.database.query<object>({
    text: "SELECT verb, kind, version, actor, role, reason FROM node_change WHERE node_id = $1 ORDER BY id",
    values: [id.split("_")[1]],
  });

describe("withdrawing", () => {
  test("answers the new state, and who did it and why can be read", async () => {
    const id = await measure();
    const { data, errors } = await write("clara", "withdraw", id);
    expect(errors).toBeUndefined();
    expect(data.done).toEqual({
      id,
      version: 2,
      publication: "WITHDRAWN",
      title: "Spielplatz",
      viewerCan: { withdraw: false },
      owner: { key: "jugendamt" },
    });
    expect(await notes(id)).toEqual([
      { verb: "withdraw", kind: "Measure", version: 2, actor: "clara", role: "EDITOR", reason: "doppelt erfasst" },
    ]);
  });

  test("takes the row out of sight of all but those whose it is", async () => {
    const id = await measure();
    await write("clara", "withdraw", id);
    const seen = async (name: Name) => codeOf(await ask(name, "query ($id: ID!) { measure(id: $id) { key } }", { id }));
    expect(
      await Promise.all([undefined, "staff", "dora", "clara", "stefan"].map((name) => seen(name as Name))),
    ).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "done", "done"]);
  });

  test("is for one's own department only; a steward withdraws anywhere", async () => {
    const [theirs, nobodys] = [await measure(sozial), await measure(null)];
    const told = await write("clara", "withdraw", theirs);
    expect(codeOf(told)).toBe("FORBIDDEN");
    expect(told.errors![0]!.extensions.message.de).toBe("Diesen Eintrag pflegt eine andere Organisationseinheit.");
    expect(codeOf(await write("clara", "withdraw", nobodys))).toBe("FORBIDDEN");
    expect(codeOf(await write("stefan", "withdraw", theirs))).toBe("done");
    expect(codeOf(await write("stefan", "withdraw", nobodys))).toBe("done");
  });

  test("of another department's draft answers like that of a row that is not there", async () => {
    const hidden = await measure(sozial, "DRAFT");
    const missing = "measure_0199aaaa-0000-7000-8000-000000000000";
    const [one, other] = [await write("clara", "withdraw", hidden), await write("clara", "withdraw", missing)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(codeOf(one)).toBe("NOT_FOUND");
    expect(await notes(hidden)).toEqual([]);
  });

  test("a second time with the same version is a conflict that shows the present state", async () => {
    const id = await measure();
    await write("clara", "withdraw", id);
    const told = await write("clara", "withdraw", id);
    const { code, current, differing } = told.errors![0]!.extensions;
    expect({ code, differing }).toEqual({ code: "CONFLICT", differing: ["version", "publication"] });
    expect(current).toMatchObject({ id, version: 2, publication: "WITHDRAWN", title: "Spielplatz" });
    expect(told.data).toEqual({ done: null });
    expect(await notes(id)).toHaveLength(1);
  });

  test("of what others have changed meanwhile is a conflict, and nothing is written", async () => {
    const id = await measure();
    await server.database.query({
      text: "UPDATE measure SET title = 'Bolzplatz' WHERE id = $1",
      values: [id.split("_")[1]],
    });
    const { extensions } = (await write("clara", "withdraw", id)).errors![0]!;
    expect(extensions).toMatchObject({
      code: "CONFLICT",
      differing: ["version"],
      current: { version: 2, title: "Bolzplatz" },
    });
  });

  test("by sixteen at once has one winner", async () => {
    const id = await measure();
    const codes = (await Promise.all(Array.from({ length: 16 }, () => write("clara", "withdraw", id)))).map(codeOf);
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "CONFLICT")).toHaveLength(15);
    expect(await notes(id)).toHaveLength(1);
  });

  test.each([
    ["nothing", "BAD_USER_INPUT", "  "],
    ["too much", "BAD_USER_INPUT", "x".repeat(1_001)],
  ])("for a reason that says %s is refused", async (_says, code, reason) => {
    const id = await measure();
    expect(codeOf(await write("clara", "withdraw", id, 1, reason))).toBe(code);
    expect(await notes(id)).toEqual([]);
  });

  test.each([
    ["a text that is no id", "nonsense", "BAD_USER_INPUT"],
    ["an id of another kind", "theme_0199aaaa-0000-7000-8000-000000000000", "NOT_FOUND"],
  ])("%s is answered as a question by it is", async (_what, id, code) => {
    expect(codeOf(await write("clara", "withdraw", id))).toBe(code);
    expect(codeOf(await ask("clara", "query ($id: ID!) { measure(id: $id) { key } }", { id }))).toBe(code);
  });
});

describe("publishing", () => {
  test("is the steward's: an editor may not, not even what is their own", async () => {
    const id = await measure(jugend, "DRAFT");
    expect(codeOf(await write("clara", "publish", id))).toBe("FORBIDDEN");
    expect((await write("stefan", "publish", id)).data.done).toMatchObject({ publication: "PUBLISHED", version: 2 });
    expect(codeOf(await ask(undefined, "query ($id: ID!) { measure(id: $id) { key } }", { id }))).toBe("done");
  });

  test("what is published or withdrawn already is a conflict", async () => {
    const [published, withdrawn] = [await measure(), await measure(jugend, "WITHDRAWN")];
    for (const id of [published, withdrawn])
      expect((await write("stefan", "publish", id)).errors![0]!.extensions).toMatchObject({
        code: "CONFLICT",
        differing: ["publication"],
      });
  });
});

test("several writes of one operation are made one after the other, each for itself", async () => {
  const [one, other] = [await measure(), await measure(sozial)];
  const { data, errors } = await ask(
    "clara",
    `mutation ($one: ID!, $other: ID!) {
      one: withdrawMeasure(id: $one, expectedVersion: 1, reason: "weg") { publication }
      other: withdrawMeasure(id: $other, expectedVersion: 1, reason: "weg") { publication }
    }`,
    { one, other },
  );
  expect(data).toEqual({ one: { publication: "WITHDRAWN" }, other: null });
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});

test("a kept answer is not sent any more once a write has changed what it says", async () => {
  const id = await measure();
  const titles = async () =>
    (await ask(undefined, "{ measures(first: 500) { nodes { id } } }", {})).data.measures.nodes.map(
      (node: { id: string }) => node.id,
    ) as string[];
  for (let times = 0; times < 3; times++) expect(await titles()).toContain(id);
  await write("clara", "withdraw", id);
  expect(await titles()).not.toContain(id);
});
