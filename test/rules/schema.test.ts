import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { printedSchema } from "../../scripts/declared/printed-schema.js";
import { schemaFindingOf } from "./findings/schema.js";
import { root } from "./planted/house.js";

const printed = printedSchema();

test("schema/schema.graphql is what the declarations say", () => {
  expect(schemaFindingOf(readFileSync(join(root, "schema/schema.graphql"), "utf8"), printed)).toBeNull();
});

test.each([
  ["a field that is gone", "  costEur: Decimal\n", ""],
  ["a field that has become required", "  costEur: Decimal\n", "  costEur: Decimal!\n"],
  ["another description", "Umsetzungsstand einer Maßnahme", "Stand"],
  ["something at the end", /$/, "type Extra { id: ID }\n"],
])("a schema with %s is found, with the command that prints it", (_, from, to) => {
  const changed = printed.replace(from, to);
  expect(changed).not.toBe(printed);
  expect(schemaFindingOf(changed, printed)).toContain("npm run schema");
  expect(schemaFindingOf(printed, changed)).toMatch(/^schema\/schema\.graphql says in line \d+ /);
});
