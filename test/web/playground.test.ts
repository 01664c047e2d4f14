import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { describeInBrowser } from "./browser.js";

const ready = async (page: Page): Promise<void> => page.locator(".graphiql-query-editor .view-line").first().waitFor();
const ask = async (page: Page): Promise<void> => page.locator(".graphiql-execute-button").click();
const answer = (page: Page, text: string) => page.locator(".result-window").getByText(text).waitFor();
const tabs = (page: Page): Promise<number> => page.locator(".graphiql-tab").count();
const written = async (page: Page): Promise<string> => {
  const lines = await page.locator(".graphiql-query-editor .view-lines").first().innerText();
  return lines.replaceAll("\u00a0", " ");
};

describeInBrowser("the playground in a browser", (visit, site) => {
  test("opens with the first example question and answers it, asking nobody but this server", async () => {
    const { page, requested, problems } = await visit("/playground");
    await ready(page);
    expect(await page.title()).toBe("Stadtgraph · Abfragen");
    expect(await tabs(page)).toBe(5);
    expect(await written(page)).toContain("Welche Maßnahmen führt das");
    await ask(page);
    await answer(page, "Service.GEneRAtionen");
    expect(requested.filter((url) => !url.startsWith(`${site()}/`))).toEqual([]);
    expect(requested.some((url) => url.includes("worker"))).toBe(true);
    expect(problems).toEqual([]);
  });

  test("?query= presets the first tab, and it is still there after a reload", async () => {
    const query = 'query Vorgegeben { theme(key: "sp18-hf-bildung-und-erziehung") { title } }';
    const { page } = await visit(`/playground?query=${encodeURIComponent(query)}`);
    await ready(page);
    expect(await written(page)).toContain("query Vorgegeben");
    await ask(page);
    await answer(page, "Bildung und Erziehung");
    await page.reload();
    await ready(page);
    expect(await written(page)).toContain("query Vorgegeben");
    expect(await tabs(page)).toBe(6);
  });

  test("an example opened from the start page is not there twice", async () => {
    const { page } = await visit("/");
    await page.locator(".questions a").nth(2).click();
    await ready(page);
    expect(await written(page)).toContain("query FoerderungNachJahr");
    expect(await tabs(page)).toBe(5);
  });
});

describeInBrowser("the playground's tools", (visit, site) => {
  test("know the schema: read by POST with JSON, shown as documentation, offered as an explorer", async () => {
    const { page, problems } = await visit("/");
    const asked = page.waitForRequest((request) => request.postData()?.includes("IntrospectionQuery") ?? false);
    await page.goto(`${site()}/playground`);
    expect((await asked).method()).toBe("POST");
    expect((await asked).headers()["content-type"]).toBe("application/json");
    await ready(page);
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.locator(".graphiql-plugin").getByText("Query", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Show GraphiQL Explorer" }).click();
    await page.locator(".graphiql-plugin").getByText("fundingProgramme", { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  test("complete what is being typed", async () => {
    const { page, problems } = await visit(`/playground?query=${encodeURIComponent("{ fundingProgr }")}`);
    await ready(page);
    await page.locator(".graphiql-query-editor .monaco-editor").click();
    await page.keyboard.press("Home");
    for (let step = 0; step < "{ fundingProgr".length; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget").getByText("fundingProgrammes").first().waitFor();
    expect(problems).toEqual([]);
  });

  test("send the headers that are written in the header editor", async () => {
    const { page } = await visit("/playground");
    await ready(page);
    await page.getByRole("button", { name: "Headers" }).click();
    await page.locator(".graphiql-editor-tool .monaco-editor").last().click();
    await page.keyboard.insertText('{ "x-change-set": "entwurf" }');
    const asked = page.waitForRequest((request) => request.postData()?.includes("GefuehrteMassnahmen") ?? false);
    await ask(page);
    expect((await asked).headers()["x-change-set"]).toBe("entwurf");
  });
});
