import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { identifierOf } from "../../src/access/identity/identifier.js";
import { createLog } from "../../src/platform/log.js";
import { type TestDatabase, testDatabase } from "../support/database.js";

// Each program reads the whole house before it does anything.
jest.setTimeout(60_000);

let made: TestDatabase;
beforeAll(async () => {
  made = await testDatabase();
});
afterAll(() => made.close());

/** Runs `npm run token -- …` over the test's database. */
async function command(...words: string[]): Promise<{ code: number | null; out: string; errors: string }> {
  const env = { PATH: process.env["PATH"], DATABASE_URL: made.url };
  const child = spawn(process.execPath, ["dist/scripts/token.js", ...words], { env });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, errors };
}

describe("npm run token", () => {
  test("makes the first token, lists it without its secret, and ends it", async () => {
    const created = await command(
      "create",
      "--name",
      "Power BI",
      "--kinds",
      "Measure,Theme",
      "--days",
      "30",
      "--export",
    );
    expect(created).toMatchObject({ code: 0, errors: "" });
    const [secret, id] = /^sg_([0-9a-f]{16})_[\w-]{43}$/m.exec(created.out)!;
    const log = createLog({ logLevel: "silent" });
    const identify = identifierOf({ environment: { oidc: undefined }, database: made.database, log });
    expect((await identify(`Bearer ${secret}`)).scopes).toEqual({ kinds: ["Measure", "Theme"], export: true });

    const listed = await command("list");
    expect(listed.out).toContain(id!);
    expect(listed.out).not.toContain(secret.slice(-43));

    expect((await command("revoke", id!)).code).toBe(0);
    await expect(identify(`Bearer ${secret}`)).rejects.toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
  });

  test("makes a token that keeps to a list of documents", async () => {
    const created = await command("create", "--name", "Portal", "--documents", "Suche,Zahlen");
    const [secret] = /^sg_[0-9a-f]{16}_[\w-]{43}$/m.exec(created.out)!;
    const log = createLog({ logLevel: "silent" });
    const identify = identifierOf({ environment: { oidc: undefined }, database: made.database, log });
    const { documents } = await identify(`Bearer ${secret}`);
    expect(documents).toEqual({ mode: "enforce", only: ["Suche", "Zahlen"] });
  });

  test.each([
    [["create", "--name", "x", "--mode", "strict"], "--mode is one of off, log, enforce.\n"],
    [
      ["create", "--name", "x", "--documents", "Nie"],
      '"Nie" is neither the name of a stored operation nor a SHA-256 in hexadecimal.\n',
    ],
    [["create", "--name", "x", "--kinds", "Secret"], 'There is no kind "Secret".\n'],
    [["create", "--name", "x", "--days", "soon"], "A token lives for 1 to 366 days.\n"],
    [["revoke", "ffffffffffffffff"], "There is no such token.\n"],
    [
      [],
      "npm run token -- create --name … [--kinds …,…] --days … [--export] [--documents …,…] [--mode …] | list | revoke <id>\n",
    ],
  ])("%j ends with 1 and one sentence", async (words, sentence) => {
    expect(await command(...words)).toMatchObject({ code: 1, errors: sentence });
  });
});
