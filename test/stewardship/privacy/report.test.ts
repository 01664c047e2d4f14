import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ERASE, REPORT, type TownHall, townHall } from "./town-hall.js";

let hall: TownHall;
beforeAll(async () => {
  hall = await townHall();
});
afterAll(() => hall.server.close());

describe("what is held on a person", () => {
  test("is told whole: the rows, what is said of them and by whom, other systems' ids, the text of search, and where else the name stands", async () => {
    const { id, uuid, holding } = await hall.somebody();
    const { data, errors } = await hall.ask("steward", REPORT, { id, reason: "Antrag vom 1. März" });
    expect(errors).toBeUndefined();
    const held = data.personReport as { kind: string; id: string; values: Record<string, unknown> }[];
    const count = (kind: string) => held.filter((entry) => entry.kind === kind).length;
    expect(
      ["Person", "RoleHolding", "Statement", "Source", "ExternalId", "SearchDocument", "AccessLog"].map(count),
    ).toEqual([1, 1, 3, 1, 1, 1, 1]);
    expect(held.find(({ kind }) => kind === "Person")).toMatchObject({
      id: uuid,
      values: { name: "Aylin Öztürk-Meier" },
    });
    expect(held.find((entry) => entry.id === holding)).toMatchObject({
      kind: "RoleHolding",
      values: { phone: "0365-4711" },
    });
    expect(held).toContainEqual({ kind: "Mention", id: hall.office, values: { kind: "Department", text: "Amt" } });
    const said = held.find(({ kind }) => kind === "AccessLog")!.values;
    expect(said).toMatchObject({ event: "REPORT", actor: "steward", subject: uuid, purpose: "Antrag vom 1. März" });
  });

  test.each([
    ["public", "UNAUTHENTICATED"],
    ["staff", "FORBIDDEN"],
    ["editor", "FORBIDDEN"],
  ])("is not told to %s, who cannot erase either", async (who, code) => {
    const { id, uuid } = await hall.somebody();
    for (const question of [REPORT, ERASE]) {
      const { data, errors } = await hall.ask(who === "public" ? undefined : who, question, { id, reason: "x" });
      expect({ data, errors }).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    }
    expect(await hall.server.database.query({ text: "SELECT name FROM person WHERE id = $1", values: [uuid] })).toEqual(
      [{ name: "Aylin Öztürk-Meier" }],
    );
  });

  test.each([
    ["no reason", "person", "  ", "BAD_USER_INPUT"],
    ["a reason of two lines", "person", "a\nb", "BAD_USER_INPUT"],
    ["the id of nobody", "nobody", "x", "NOT_FOUND"],
    ["the id of something else", "office", "x", "NOT_FOUND"],
    ["no id", "none", "x", "NOT_FOUND"],
  ])("is refused with %s, as erasing is", async (_name, which, reason, code) => {
    const { id } = await hall.somebody();
    const ids: Record<string, string> = {
      person: id,
      nobody: "person_00000000-0000-7000-8000-000000000000",
      office: `department_${hall.office}`,
      none: "x",
    };
    for (const question of [REPORT, ERASE])
      expect((await hall.ask("steward", question, { id: ids[which], reason })).errors).toMatchObject([
        { extensions: { code } },
      ]);
  });
});
