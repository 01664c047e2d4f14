import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openDatabase } from "../../src/platform/database/open.js";
import { createLog } from "../../src/platform/log.js";
import { StartError } from "../../src/platform/start-error.js";
import { emptyDatabase, type TestDatabase } from "../support/database.js";

let own: TestDatabase;
beforeAll(async () => {
  own = await emptyDatabase();
});
afterAll(() => own.close());

describe("openDatabase with DATABASE_URL", () => {
  test("takes the server as it is and does not stop it", async () => {
    const opened = await open(own.url);
    await opened.stop();

    expect(opened).toMatchObject({ url: own.url, serverUrl: own.url, embedded: false });
    expect(await own.database.query({ text: "SELECT 1 AS one", values: [] })).toEqual([{ one: 1 }]);
  });

  test("takes another login for the owner of the tables, and says which of the two is refused", async () => {
    const { url, serverUrl } = await open(own.url, `${own.url}?application_name=owner`);
    expect({ url, serverUrl }).toEqual({ url: `${own.url}?application_name=owner`, serverUrl: own.url });

    const wrong = Object.assign(new URL(own.url), { password: "geheim" }).href;
    await expect(open(own.url, wrong)).rejects.toThrow(/ or the password in DATABASE_OWNER_URL\.$/);
  });

  test("says that nothing listens there", async () => {
    expect(await sentenceFor("postgres://u:geheim@127.0.0.1:1/x")).toBe(
      "The database server 127.0.0.1:1 cannot be reached (nothing listens there): start it or correct DATABASE_URL.",
    );
  });

  test("says that the host is unknown", async () => {
    expect(await sentenceFor("postgres://u:geheim@no-such-host.invalid/x")).toMatch(
      /^The database server no-such-host\.invalid:5432 cannot be reached \((no such host|the name cannot be resolved now)\)/,
    );
  });

  test("says that the password is wrong, without repeating it", async () => {
    const { username, host } = new URL(own.url);

    const sentence = await sentenceFor(Object.assign(new URL(own.url), { password: "geheim" }).href);

    expect(sentence).toBe(`The server ${host} refuses the user "${username}" or the password in DATABASE_URL.`);
  });

  test("says that the database does not exist", async () => {
    const { host } = new URL(own.url);

    const sentence = await sentenceFor(Object.assign(new URL(own.url), { pathname: "gibts-nicht" }).href);

    expect(sentence).toBe(`The database "gibts-nicht" does not exist on ${host}: create it or correct DATABASE_URL.`);
  });
});

const log = createLog({ logLevel: "silent" });

const open = (databaseUrl: string, databaseOwnerUrl?: string) =>
  openDatabase({ databaseUrl, databaseOwnerUrl, dataDirectory: "/nonexistent" }, log);

async function sentenceFor(databaseUrl: string): Promise<string> {
  const failure = await open(databaseUrl).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartError);
  return (failure as StartError).message;
}
