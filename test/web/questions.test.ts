import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openSite, type Site } from "./site.js";

const web = new URL("../../../web/", import.meta.url);
const documents = ["questions/", "start/"].flatMap((folder) =>
  readdirSync(new URL(folder, web))
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => folder + name),
);

describe("the questions that the pages ask", () => {
  let site: Site;
  beforeAll(async () => void (site = await openSite()));
  afterAll(() => site.close());

  test("there are five to start from, each in German and English", () => {
    const questions = documents.filter((name) => name.startsWith("questions/"));
    expect(questions).toHaveLength(5);
    for (const name of questions)
      expect(readFileSync(new URL(name, web), "utf8")).toMatch(/^(# .+\n)+#\n(# .+\n)+\nquery /);
  });

  test.each(documents)("%s is answered, with something in it", async (name) => {
    const response = await fetch(`${site.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: readFileSync(new URL(name, web), "utf8") }),
    });
    const answer = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data ?? {})).not.toContain(null);
    expect(JSON.stringify(answer.data)).toMatch(/"totalCount":[1-9]/);
  });
});
