import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "@jest/globals";
import { graph } from "../../src/domain/index.js";
import { seamFindingsOf } from "./findings/seams.js";
import { root } from "./planted/house.js";

const read = (path: string): readonly [string, string] => [path, readFileSync(join(root, path), "utf8")];
const paths = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
const sources = paths
  .filter((path) => path.endsWith(".ts"))
  .map((path) => read(join("src", path).replaceAll(sep, "/")));
const all = graph.kinds.map(({ name }) => name);
const isOfDomain = (kind: string) =>
  sources.some(([path, text]) => path.startsWith("src/domain/") && text.includes(`export class ${kind} extends Node`));
const kinds = { all, ofDomain: all.filter(isOfDomain) };

test("the seams that the design counts on are whole", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(all.filter((kind) => !kinds.ofDomain.includes(kind))).toEqual(["Source", "Statement"]);
  expect(seamFindingsOf(Object.fromEntries(sources), kinds)).toEqual([]);
});

const past = "reads a kind's table past source(), so that what a viewer may see, time and drafts do not hold there";
const naming = "names a kind, so that a new kind would be forgotten here";

test.each([
  ["src/insight/paths.ts", "sql`SELECT id FROM measure`", past],
  ["src/exchange/csv.ts", 'sql`SELECT id FROM theme_link AS t JOIN "funding_grant" ON true`', past],
  ["src/graph/sql/count.ts", 'raw(`"${kind.table}"`)', past],
  ["src/stewardship/quality.ts", 'graph.kind("Measure")', naming],
  ["src/api/limits/cost.ts", "if (type === 'IndicatorValue') return 2;", naming],
  ["src/graph/resolve/read.ts", 'import type pg from "pg";', "knows pg"],
  ["src/stewardship/save.ts", 'import { DataSource } from "typeorm";', "knows typeorm"],
  ["src/domain/theme/theme.rules.ts", 'import { Field } from "type-graphql";', "knows type-graphql"],
  ["src/platform/log.ts", 'import type { Request } from "express";', "knows express"],
  ["src/graph/plan/plan.ts", 'import { ApolloServer } from "@apollo/server/standalone";', "knows @apollo/server"],
  ["src/api/server.ts", 'import { z } from "zod";', "knows zod"],
])("%s with %s is found", (path, line, promise) => {
  expect(seamFindingsOf({ [path]: `// fine\n${line}\n` }, kinds)).toEqual([`${path}:2 ${promise}`]);
});

test.each([
  ["src/graph/sql/source.ts", 'raw(`"${kind.table}"`)'],
  ["src/domain/role-holding/role-holding.entity.ts", "sql`SELECT 1 FROM ${from(person)}`"],
  ["src/graph/provenance/statement.entity.ts", "sql`SELECT n.kind FROM node AS n`"],
  ["src/domain/department/department.resolver.ts", 'import { Arg } from "type-graphql";'],
  ["src/graph/provenance/provenance.sql.ts", 'graph.kind("Statement")'],
])("%s with %s is as it should be", (path, line) => {
  expect(seamFindingsOf({ [path]: line }, kinds)).toEqual([]);
});
