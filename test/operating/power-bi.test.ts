import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { graph } from "../../src/domain/index.js";
import { BUILDING } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type TestServer, testServer } from "../support/server.js";
import { as } from "../trusted/asked.js";
import { both } from "../trusted/both.js";
import { blocksIn } from "./guide.js";

const STEPS = "Power BI, step by step";
const script = blocksIn("powerquery", STEPS)[0]!.text;

/** The bodies of the commands in the steps, by the document that each asks. */
const bodies = new Map(
  blocksIn("sh", STEPS)
    .flatMap(({ text }) => [...text.matchAll(/--data '([^']+)'/g)])
    .map(([, json]) => JSON.parse(json!) as { documentId: string; variables?: Record<string, unknown> })
    .map((body) => [body.documentId, body] as const),
);

/** The text of the script at this place. */
const inScript = (pattern: RegExp): string => {
  const [, found] = pattern.exec(script) ?? [];
  if (found === undefined) throw new Error(`The script has no ${pattern.source}`);
  return found;
};

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads answers by the shape of its own question
  readonly data: any;
}

interface Page {
  readonly nodes: Record<string, unknown>[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe("Power BI, as the guide sets it up", () => {
  let server: TestServer;
  let secret: string;
  let id: string;

  const asAdmin = async (body: unknown) => (await (await server.post(body, as("ADMIN"))).json()) as Answer;

  beforeAll(async () => {
    server = await testServer({ data: geraDatabase, identifying: both, documents: { mode: "enforce" } });
    const { data } = await asAdmin(bodies.get("DienstTokenAnlegen"));
    ({
      secret,
      token: { id },
    } = data.createServiceToken);
  }, BUILDING);
  afterAll(() => server.close());

  /** What the script sends for a page: its headers and the JSON of its record. */
  async function page(
    after: string | null,
    first = Number(inScript(/\[first = (\d+), after = after\]/)),
  ): Promise<Response> {
    const body = { documentId: inScript(/documentId = "(\w+)"/), variables: { first, after } };
    return fetch(`${server.origin}/${inScript(/RelativePath = "(\w+)"/)}`, {
      method: "POST",
      headers: {
        [inScript(/(Authorization) = "Bearer " & StadtgraphToken/)]: `Bearer ${secret}`,
        "Content-Type": inScript(/#"Content-Type" = "([^"]+)"/),
        Accept: inScript(/Accept = "([^"]+)"/),
      },
      body: JSON.stringify(body),
    });
  }

  const read = async (answer: Response): Promise<Page> =>
    ((await answer.json()) as { data: Record<string, Page> }).data[inScript(/Answer\[data\]\[(\w+)\]/)]!;

  test("gets every measure once, page by page, with the columns of the script", async () => {
    const rows: Record<string, unknown>[] = [];
    let next: Page | undefined = await read(await page(null, 20));
    const { totalCount } = next;
    while (next) {
      rows.push(...next.nodes);
      next = next.pageInfo.hasNextPage ? await read(await page(next.pageInfo.endCursor, 20)) : undefined;
    }
    expect(totalCount).toBeGreaterThan(50);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(totalCount);
    const columns = inScript(/Rows,\s+\{([^}]+)\}/)
      .split(",")
      .map((name) => JSON.parse(name) as string);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...columns].sort());
    expect(rows.some((row) => (row["leadDepartments"] as { nodes: unknown[] }).nodes.length > 0)).toBe(true);
    expect((await read(await page(null))).nodes).toHaveLength(Math.min(totalCount, 200));
  });

  test("asks the other question of its list, and nothing else", async () => {
    const headers = { authorization: `Bearer ${secret}` };
    expect((await server.post({ documentId: "PowerBiFoerderungen" }, headers)).status).toBe(200);
    expect((await server.post({ documentId: "Zahlen" }, headers)).status).toBe(403);
    expect((await server.post({ query: "{ persons { nodes { name } } }" }, headers)).status).toBe(403);
  });

  test("is told in the form that the script reads when something is wrong", async () => {
    const answer = await page("no cursor");
    expect(inScript(/ManualStatusHandling = \{([\d, ]+)\}/).split(", ")).toContain("400");
    expect([200, 400]).toContain(answer.status);
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string; message: { de: string } } }[] };
    expect(errors[0]!.extensions).toMatchObject({ code: "BAD_USER_INPUT", message: { de: expect.any(String) } });
  });

  test("is seen in the list, changed for another token, and ended", async () => {
    const { data } = await asAdmin(bodies.get("DienstTokenListe"));
    expect(data.serviceTokens[0]).toMatchObject({ id, documents: ["PowerBiFoerderungen", "PowerBiMassnahmen"] });
    const second = (await asAdmin(bodies.get("DienstTokenAnlegen"))).data.createServiceToken.secret as string;
    const status = async (token: string) =>
      (await server.post({ documentId: "PowerBiMassnahmen" }, { authorization: `Bearer ${token}` })).status;
    expect([await status(secret), await status(second)]).toEqual([200, 200]);
    await asAdmin({ ...bodies.get("DienstTokenWiderrufen"), variables: { id } });
    expect([await status(secret), await status(second)]).toEqual([401, 200]);
  });

  test("is made for kinds that there are", () => {
    const { kinds } = bodies.get("DienstTokenAnlegen")!.variables!["input"] as { kinds: string[] };
    expect(kinds.filter((name) => !graph.kinds.some((kind) => kind.name === name))).toEqual([]);
  });
});
