import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { describeInBrowser } from "./browser.js";

const answered = async (page: Page): Promise<void> => page.locator("tbody tr").first().waitFor();

describeInBrowser("the start page in a browser", (visit, site) => {
  test("shows what the graph holds and answers the example question with sources, asking nobody else", async () => {
    const { page, requested, problems } = await visit("/");
    await answered(page);
    await page.locator("[data-figures]").waitFor();
    const counts = await page.locator("[data-count]").allTextContents();
    expect(counts).toHaveLength(5);
    for (const count of counts) expect(count).toMatch(/^[1-9][\d.]*$/);
    expect(await page.locator("table").textContent()).toContain("Service.GEneRAtionen");
    expect(await page.locator("table").textContent()).toContain("411.751,92");
    expect(await page.locator("table").textContent()).toMatch(/27\.000\s€ \(geplant\).*54\.876,12\s€ \(bewilligt\)/);
    expect(await page.locator("table").textContent()).toContain("Dialog der Generationen (redaktionell zugeordnet)");
    expect(await page.locator("td a[href^=http]").count()).toBeGreaterThan(0);
    expect(requested.filter((url) => !url.startsWith(`${site()}/`))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("speaks English at /en", async () => {
    const { page, problems } = await visit("/en");
    await answered(page);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("thead").textContent()).toContain("Programmes and amounts");
    expect(problems).toEqual([]);
  });

  test("reads well without JavaScript: what it is, where to go, the questions as links, and no empty place", async () => {
    const { page, problems } = await visit("/", { javaScriptEnabled: false });
    const text = await page.locator("main").innerText();
    expect(text).toContain("Stadtgraph verknüpft die Planung der Stadt Gera");
    expect(text).toContain("Mit JavaScript stehen die Zahlen hier.");
    expect(text).not.toMatch(/undefined|NaN|<!--/);
    expect(await page.locator('.questions a[href^="/playground?query="]').count()).toBe(5);
    expect(await page.locator("[data-figures]").isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  test("says in one sentence that the figures are missing when the API does not answer", async () => {
    const { page } = await visit("/en");
    await page.route("**/graphql", (route) => route.fulfill({ status: 503, body: "gone" }));
    await page.goto(`${site()}/`);
    await page.getByText("Die Zahlen sind gerade nicht abrufbar.").waitFor();
    await page.getByText("Die Antwort ist gerade nicht abrufbar.").waitFor();
    expect(await page.locator("[data-figures]").isVisible()).toBe(false);
  });
});

describeInBrowser("the start page on any screen", (visit) => {
  test.each([320, 375, 1280])("does not scroll sideways at %i pixels, in neither language", async (width) => {
    for (const path of ["/", "/en"]) {
      const { page } = await visit(path, { viewport: { width, height: 800 } });
      await answered(page);
      const reach = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect(reach).toBeLessThanOrEqual(width);
    }
  });

  test("follows the reader's choice of light or dark", async () => {
    const paper = async (colorScheme: "light" | "dark"): Promise<string> => {
      const { page } = await visit("/", { colorScheme });
      return page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    };
    expect(await paper("light")).toBe("rgb(255, 255, 255)");
    expect(await paper("dark")).toBe("rgb(16, 24, 23)");
  });

  test("shows where the keyboard is, beginning with a way past the navigation", async () => {
    const { page } = await visit("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Zum Inhalt");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  });
});
