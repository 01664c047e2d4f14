import { describe, expect, test } from "@jest/globals";
import { property, assert, string } from "fast-check";
import { graph } from "../../src/domain/index.js";
import { address, addressLine } from "../../src/stewardship/import/cells/contact/address.js";
import { serviceHours } from "../../src/stewardship/import/cells/contact/hours.js";
import { joinedKey, keyOf } from "../../src/stewardship/import/cells/key.js";
import { slugOf } from "../../src/stewardship/import/cells/slug.js";
import { word } from "../../src/stewardship/import/cells/word.js";
import type { CellReader, CellValue } from "../../src/stewardship/import/mapping.js";

function read(reader: CellReader, cells: Readonly<Record<string, string>>): CellValue {
  return reader.read({ place: { file: "x.csv", line: 2 }, cell: (column) => cells[column] ?? null }, graph);
}

describe("address", () => {
  const columns = { street: "street", postalCode: "code", locality: "city" };
  test.each([
    ["Gagarinstraße 99/101", "Gagarinstraße", "99/101"],
    ["Gagarinstr. 99-101", "Gagarinstr.", "99-101"],
    ["Reichsstraße 1b", "Reichsstraße", "1b"],
    ["Werner-Petzold-Straße 10", "Werner-Petzold-Straße", "10"],
    ["Straße des 17. Juni 135", "Straße des 17. Juni", "135"],
    ["Platz der Republik", "Platz der Republik", null],
  ])("%s", (street, name, houseNumber) => {
    const parts = { street: name, houseNumber, postalCode: "07545", locality: "Gera" };
    expect(read(address(columns), { street, code: "07545", city: "Gera" })).toEqual(parts);
    expect(read(addressLine("line"), { line: `${street}, 07545 Gera` })).toEqual(parts);
  });

  test("is none where all is empty", () => {
    expect(read(address(columns), {})).toBeNull();
    expect(read(addressLine("line"), {})).toBeNull();
  });

  test("in one cell needs all its parts", () => {
    expect(() => read(addressLine("line"), { line: "Kornmarkt 12 Gera" })).toThrow(
      'not an address like "Kornmarkt 12, 07545 Gera"',
    );
  });
});

describe("service hours", () => {
  test("are spans of days", () => {
    expect(read(serviceHours("hours"), { hours: "Mo 09:00-12:00; Mo 13:00-17:00;Do 09:00–17:00" })).toEqual([
      { dayOfWeek: "MONDAY", opens: "09:00", closes: "12:00" },
      { dayOfWeek: "MONDAY", opens: "13:00", closes: "17:00" },
      { dayOfWeek: "THURSDAY", opens: "09:00", closes: "17:00" },
    ]);
    expect(read(serviceHours("hours"), {})).toEqual([]);
  });

  test.each(["montags ab neun", "Mo 9-17", "Xy 09:00-17:00"])("are not guessed: %s", (hours) => {
    expect(() => read(serviceHours("hours"), { hours })).toThrow("is not a time like");
  });
});

describe("keys", () => {
  test("spell umlauts out", () => {
    expect(slugOf("  Große Öfen & Café „Süd“ (Gera) ")).toBe("grosse-oefen-cafe-sued-gera");
  });

  test("made of any text are keys or nothing", () => {
    assert(property(string({ unit: "grapheme" }), (text) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(slugOf(text))));
    expect(slugOf("名")).toBe("");
  });

  test("that would be too long stay different", () => {
    const long = "a".repeat(150);
    const [one, other] = [joinedKey([long, long, "x"]), joinedKey([long, long, "y"])];
    expect(one).toHaveLength(200);
    expect(one).not.toBe(other);
  });

  test("need all their parts", () => {
    expect(read(keyOf("a", "b"), { a: "x", b: "y" })).toBe("x--y");
    expect(() => read(keyOf("a", "b"), { a: "x" })).toThrow('"b" must have a value.');
  });
});

test("a word is only what the table lists", () => {
  const reader = word("kind", { AMT: "OFFICE" });
  expect(read(reader, { kind: "AMT" })).toBe("OFFICE");
  expect(() => read(reader, { kind: "constructor" })).toThrow('"constructor" is none of AMT.');
});
