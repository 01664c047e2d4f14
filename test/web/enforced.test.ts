import { expect, test } from "@jest/globals";
import { describeInBrowser } from "./browser.js";
import { ownSite } from "./site.js";

const strict = { mode: "enforce", exempt: "STEWARD", introspection: undefined } as const;

describeInBrowser(
  "the pages of a server that answers only trusted documents and tells nobody its schema",
  (visit) => {
    test("show all that they show elsewhere", async () => {
      const { page, problems } = await visit("/");
      await page.locator("tbody tr").first().waitFor();
      await page.locator("[data-figures]").waitFor();
      expect(await page.locator("table").textContent()).toMatch(/27\.000\s€ \(geplant\)/);
      expect(problems).toEqual([]);
    });

    test("answer the questions of the playground as they stand there, and say why not when they are changed", async () => {
      const { page } = await visit("/playground");
      await page.locator(".graphiql-query-editor .view-line").first().waitFor();
      await page.locator(".graphiql-execute-button").click();
      await page.locator(".result-window").getByText("Service.GEneRAtionen").waitFor();
      await page.locator(".graphiql-query-editor .monaco-editor").click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.type("# geändert");
      await page.locator(".graphiql-execute-button").click();
      const said = page.locator(".result-window").getByText("Hier werden nur hinterlegte Abfragen beantwortet");
      await said.waitFor();
      expect(await page.locator(".result-window").textContent()).toContain("FORBIDDEN");
    });
  },
  () => ownSite({ documents: strict }),
);
