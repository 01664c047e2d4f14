import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { graph } from "../../../src/domain/index.js";
import { eraseOverdue, overduePeople } from "../../../src/stewardship/privacy/retention.js";
import { insert } from "../../support/rows.js";
import { TRACES, type TownHall, townHall } from "./town-hall.js";

let hall: TownHall;
beforeAll(async () => {
  hall = await townHall();
});
afterAll(() => hall.server.close());

describe("retention", () => {
  test("by command shows who it would be and erases only when told to", async () => {
    const { id } = await hall.somebody("2021-01-31");
    const names = { text: "SELECT name FROM person WHERE id = $1", values: [id.slice("person_".length)] };

    const shown = await command();
    expect(shown).toMatchObject({ code: 0, errors: "" });
    expect(shown.out).toContain(id);
    expect(shown.out).toContain("1 to be erased; nothing was changed.");
    expect(shown.out).not.toMatch(TRACES);
    expect(await hall.server.database.query(names)).toEqual([{ name: "Aylin Öztürk-Meier" }]);

    expect(await command("--apply")).toMatchObject({ code: 0, errors: "", out: expect.stringContaining("1 erased.") });
    expect(await hall.server.database.query(names)).toEqual([{ name: "gelöscht" }]);
  });

  test("is over once every role of a person was to be kept until a day that has passed", async () => {
    const { serving, database } = hall.server;
    const past = await hall.somebody("2020-12-31");
    await hall.somebody("2999-12-31");
    await hall.somebody(null);
    const current = await hall.somebody("2020-12-31");
    await insert(database, "role_holding", [
      { key: "noch-im-amt", person_id: current.uuid, department_id: hall.office, role: "CONTACT_PERSON" },
    ]);

    const due = await overduePeople(serving, graph);
    expect(due).toEqual([{ id: past.id, until: "2020-12-31" }]);
    expect(await eraseOverdue(serving, graph, due)).toBe(1);
    expect(await overduePeople(serving, graph)).toEqual([]);
    expect(await database.query({ text: "SELECT name FROM person WHERE id = $1", values: [past.uuid] })).toEqual([
      { name: "gelöscht" },
    ]);
    expect(
      await database.query({ text: "SELECT actor, event FROM access_log WHERE subject = $1", values: [past.uuid] }),
    ).toEqual([{ actor: "retention", event: "ERASURE" }]);
  });
});

/** Runs `npm run retention -- …` over the test's database. */
async function command(...words: string[]): Promise<{ code: number | null; out: string; errors: string }> {
  const env = { PATH: process.env["PATH"], DATABASE_URL: hall.server.url };
  const child = spawn(process.execPath, ["dist/scripts/retention.js", ...words], { env });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, errors };
}
