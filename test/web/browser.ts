import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe } from "@jest/globals";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { openSite, type Site } from "./site.js";

const places = [
  process.env["PLAYWRIGHT_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const executablePath = places.find((place) => place && existsSync(place));

// Not console.warn: jest keeps what a file says to itself when all of its tests are skipped.
if (!executablePath)
  process.stderr.write("kein Chromium gefunden: Browser-Tests übersprungen (PLAYWRIGHT_CHROMIUM nennt den Ort)\n");

/** A page that was opened, with every address it asked for and everything that went wrong: console errors (what the content security policy refuses is one) and what was thrown. */
export interface Visit {
  readonly page: Page;
  readonly requested: readonly string[];
  readonly problems: readonly string[];
}

/** Opens a path of the site in a profile of its own, so that no visit knows of another. */
export type Visitor = (path: string, options?: BrowserContextOptions) => Promise<Visit>;

/**
 * A group of tests that visit the site, or the one that is opened, in a real browser; `site()` is its address. Without an installed Chromium they are shown as skipped,
 * after a warning that says so.
 */
export function describeInBrowser(
  name: string,
  tests: (visit: Visitor, site: () => string) => void,
  open: () => Promise<Site> = openSite,
): void {
  // eslint-disable-next-line no-restricted-syntax -- without an installed browser there is nothing to run; the warning above says it aloud
  const group = executablePath ? describe : describe.skip;
  group(name, () => {
    let site: Site;
    let browser: Browser;
    beforeAll(async () => {
      site = await open();
      browser = await openBrowser(site.url);
    }, 30_000);
    afterAll(async () => {
      await browser.close();
      await site.close();
    });
    tests(
      (path, options) => visit(browser, site.url + path, options),
      () => site.url,
    );
  });
}

/** Chromium without a window, unable to resolve any host but the one under test: a request to the outside fails and is seen. */
async function openBrowser(siteUrl: string): Promise<Browser> {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const onlySite = `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(siteUrl).hostname}`;
  const args = ["--no-sandbox", "--disable-gpu", ...quiet, onlySite];
  return chromium.launch({ executablePath: executablePath ?? "", args });
}

async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: "de-DE", ...options });
  const page = await context.newPage();
  const requested: string[] = [];
  const problems: string[] = [];
  context.on("request", (request) => requested.push(request.url()));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(url);
  return { page, requested, problems };
}
