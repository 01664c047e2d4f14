import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildSchema, parse, validate } from "graphql";
import { openSite, type Site } from "./site.js";

const operations = new URL("../../../schema/operations/", import.meta.url);
const documents = ["questions/", "start-page/"].flatMap((folder) =>
  readdirSync(new URL(folder, operations))
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => folder + name),
);

const written = (name: string): string => readFileSync(new URL(name, operations), "utf8");

describe("the questions that the pages ask", () => {
  let site: Site;
  beforeAll(async () => void (site = await openSite()));
  afterAll(() => site.close());

  test("there are five to start from, each in German and English", () => {
    const questions = documents.filter((name) => name.startsWith("questions/"));
    expect(questions).toHaveLength(5);
    for (const name of questions) expect(written(name)).toMatch(/^(# .+\n)+#\n(# .+\n)+\nquery /);
  });

  test.each(documents)("%s fits the schema as it is printed", (name) => {
    const schema = buildSchema(readFileSync(new URL("../schema.graphql", operations), "utf8"));
    expect(validate(schema, parse(written(name)))).toEqual([]);
  });

  test.each(documents)("%s is answered, with something in it", async (name) => {
    const response = await fetch(`${site.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: written(name) }),
    });
    const answer = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data ?? {})).not.toContain(null);
    expect(JSON.stringify(answer.data)).toMatch(/"totalCount":[1-9]/);
  });
});
