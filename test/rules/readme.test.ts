import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { MAX_BODY } from "../../src/api/http/body.js";
import { graph } from "../../src/domain/index.js";
import { DEFAULT_PAGE, FILTER_DEPTH, FILTER_WIDTH, GROUP_CEILING, PAGE_CEILING } from "../../src/graph/sql/limits.js";
import { readEnvironment } from "../../src/platform/environment.js";
import { openSite, type Site } from "../web/site.js";
import { blocksOf } from "./guide/blocks.js";
import { shortenedAs } from "./guide/shortened.js";
import { root } from "./planted/house.js";

const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = blocksOf(readme);
const questions = blocks
  .map(({ path = "", text }, place) => ({ path, query: text, printed: blocks[place + 1]?.text ?? "" }))
  .filter(({ path }) => path.startsWith("schema/operations/questions/"));

describe("the README's questions", () => {
  let site: Site;
  beforeAll(async () => void (site = await openSite()));
  afterAll(() => site.close());

  const ask = async (query: string): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${site.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };

  test("are those of the pages, with their German comments", () => {
    const files = readdirSync(join(root, "schema/operations/questions"));
    expect(questions.map(({ path }) => path)).toEqual(
      files.sort().map((name) => `schema/operations/questions/${name}`),
    );
    for (const { path, query } of questions) {
      const english = /^#\n(# .*\n)+/m;
      expect(query).toBe(readFileSync(join(root, path), "utf8").replace(english, ""));
    }
  });

  test.each(questions)("$path is answered as printed", async ({ query, printed }) => {
    const shown: unknown = JSON.parse(printed);
    expect(shortenedAs(shown, await ask(query))).toEqual(shown);
  });

  test("go on with the next page where the printed one ends", async () => {
    const query = questions.find(({ path }) => path.includes("ein-stadtteil"))?.query ?? "";
    const page = async (text: string) =>
      ((await ask(text)) as { measures: { nodes: object[]; pageInfo: { endCursor: string } } }).measures;
    const first = await page(query);
    const second = await page(query.replace("first: 3", `first: 3, after: "${first.pageInfo.endCursor}"`));
    expect(second).toMatchObject({ totalCount: 4, nodes: [{ startsOn: "2012" }], pageInfo: { hasNextPage: false } });
    expect(first.nodes).not.toContainEqual(second.nodes[0]);
  });
});

describe("an answer counts as printed", () => {
  const answer = { list: [1, 2, 3, 4], url: "https://example.org/a" };

  test.each([
    { list: [1, 2, 3, 4], url: "https://example.org/a" },
    { list: [1, "… 2 weitere", 4], url: "https://example.org/…" },
    { list: ["… 3 weitere", 4], url: "https://…" },
  ])("when it is shortened to %j", (printed) => {
    expect(shortenedAs(printed, answer)).toEqual(printed);
  });

  test.each([
    { list: [1, "… 1 weiterer", 4], url: "https://example.org/a" },
    { list: [1, "… 3 weitere", 4], url: "https://example.org/a" },
    { list: ["… 5 weitere"], url: "https://example.org/a" },
    { list: [1, 2, 3], url: "https://example.org/a" },
    { list: [1, 2, 3, 4], url: "http://…" },
    { list: [1, 2, 3, 4] },
    { list: [1, 2, 3, 4], url: "https://example.org/a", more: null },
  ])("but not as %j", (printed) => {
    expect(shortenedAs(printed, answer)).not.toEqual(printed);
  });
});

describe("the README's picture", () => {
  const picture = blocks.find(({ language }) => language === "mermaid")?.text ?? "";
  const boxes = [...picture.matchAll(/^ {2}(\w+)\["(\w+)<br\/>(.+)"\]$/gm)].map(([, id, name, german]) => [
    id,
    name,
    german,
  ]);
  const arrows = [...picture.matchAll(/^ {2}(\w+) (-->|-\.->)\|(\w+)\| (\w+)$/gm)];

  test("shows kinds by their names in code and in German", () => {
    expect(boxes.length).toBeGreaterThan(20);
    expect(boxes).toEqual(boxes.map(([name = ""]) => [name, name, graph.kind(name).german]));
  });

  test("shows links that are declared, from one kind to the other", () => {
    expect(arrows.length).toBeGreaterThan(20);
    expect(boxes.length + arrows.length).toBe(picture.trim().split(/\n+/).length - 1);
    const declared = ([, from = "", , link = ""]: readonly string[]) => graph.kind(from).links.get(link)?.target?.name;
    expect(arrows.map(declared)).toEqual(arrows.map(([, , , , to]) => to));
  });
});

describe("the README names", () => {
  test("files that are there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(join(root, path.split("#")[0]!)))).toEqual([]);
  });

  test("commands that package.json knows", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.keys(scripts).includes(name ?? ""))).toEqual([]);
  });

  test("the limits that hold unless the environment says otherwise", () => {
    const { depth, fields, aliases, tokens, cost, statementTimeout } = readEnvironment({}).limits;
    const count = (number: number) => number.toLocaleString("en-US");
    expect(readme).toContain(`${depth} levels, ${fields} fields, ${aliases} aliases, ${count(tokens)} tokens`);
    expect(readme).toContain(`an estimated cost of ${count(cost)}`);
    expect(readme).toContain(`${DEFAULT_PAGE} unless \`first\` or \`last\` says otherwise, ${PAGE_CEILING} at most`);
    expect(readme).toContain(`${count(GROUP_CEILING)} groups`);
    expect(readme).toContain(`${FILTER_DEPTH} levels, ${FILTER_WIDTH} entries in a list`);
    expect(readme).toContain(`${count(MAX_BODY)} bytes`);
    expect(readme).toContain(`${count(statementTimeout)} ms`);
  });
});
