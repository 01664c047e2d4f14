import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
  const span = (dayOfWeek: string, opens: string, closes: string) => ({ dayOfWeek, opens, closes });
  const hours = [
    span("MONDAY", "09:00", "12:00"),
    span("MONDAY", "13:00", "15:00"),
    span("TUESDAY", "00:00", "06:00"),
    span("SUNDAY", "02:30", "04:00"),
  ];
  await insert(graph.database, "department", [
    { key: "buergerservice", name: "Bürgerservice", kind: "OFFICE", service_hours: hours as never },
    { key: "archiv", name: "Archiv", kind: "OFFICE", service_hours: [] as never },
  ]);
});
afterAll(() => graph.close());

const isOpen = (at: string | null, key = "buergerservice") =>
  graph.ask(`query ($key: String, $at: DateTime) { department(key: $key) { isOpen(at: $at) } }`, { key, at });

test.each([
  ["a Monday in winter, just before nine", "2026-01-05T07:59:59Z", false],
  ["a Monday in winter, at nine", "2026-01-05T08:00:00Z", true],
  ["the same in the clocks of Gera", "2026-01-05T09:00:00+01:00", true],
  ["a Monday in summer, just before nine", "2026-07-06T06:59:59.999Z", false],
  ["a Monday in summer, at nine", "2026-07-06T07:00:00Z", true],
  ["a Monday, the last second before noon", "2026-07-06T09:59:59Z", true],
  ["a Monday at noon", "2026-07-06T10:00:00Z", false],
  ["a Monday between two spans", "2026-07-06T10:30:00Z", false],
  ["a Monday in the second span", "2026-07-06T11:00:00Z", true],
  ["a day without hours", "2026-07-08T08:00:00Z", false],
  ["the last second of a Monday in Gera", "2026-01-05T22:59:59Z", false],
  ["midnight in Gera, still Monday in Greenwich", "2026-01-05T23:00:00Z", true],
  ["midnight in Greenwich, in summer", "2026-07-07T00:00:00Z", true],
  ["the night of 29 March, before the hour that is left out", "2026-03-29T00:59:59Z", false],
  ["the night of 29 March, after the hour that is left out", "2026-03-29T01:00:00Z", true],
  ["the night of 25 October, 2:30 for the first time", "2026-10-25T00:30:00Z", true],
  ["the night of 25 October, 2:00 for the second time", "2026-10-25T01:00:00Z", false],
  ["the night of 25 October, 2:30 for the second time", "2026-10-25T01:30:00Z", true],
])("%s", async (_, at, open) => {
  const { data } = await isOpen(at);
  expect(data.department.isOpen).toBe(open);
});

test("is not known where no hours are", async () => {
  const { data } = await isOpen("2026-01-05T08:00:00Z", "archiv");
  expect(data.department).toEqual({ isOpen: null });
});

test("is about now where no time is given, and does not need the hours to be asked for", async () => {
  const { data } = await isOpen(null);
  expect([true, false]).toContain(data.department.isOpen);
});

test("refuses what is no point in time", async () => {
  const { errors } = await isOpen("2026-02-30T09:00:00Z");
  expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});
