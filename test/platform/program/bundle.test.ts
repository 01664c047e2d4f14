import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Bundle } from "../../../src/platform/program/bundle.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** What the bundle in the folder says now, in a process that has not loaded it yet. */
const said = (bundle = new Bundle(folder)): unknown => (bundle.load("first.cjs") as { say: () => unknown }).say();

test("files of a bundle find each other and what stands outside, and run once", () => {
  const first = `const [one, other] = [require("./second.cjs"), require("./second.cjs")];
    exports.say = () => [one.at, one === other, require("node:path").sep];`;
  write("first.cjs", first);
  write("second.cjs", `module.exports = { at: __dirname };`);
  expect(said()).toEqual([folder, true, "/"]);
});

test("a file that was changed since its code was kept is compiled anew", () => {
  write("first.cjs", `exports.say = () => "before";`);
  const built = new Bundle(folder);
  said(built);
  built.keepCode();
  expect(readdirSync(folder)).toEqual(["first.cjs", "first.cjs.code"]);
  expect(said()).toBe("before");
  write("first.cjs", `exports.say = () => "behind";`);
  utimesSync(join(folder, "first.cjs"), new Date(), Date.now() / 1000 + 1);
  expect(said()).toBe("behind");
});

test("code that V8 cannot take is none", () => {
  write("first.cjs", `exports.say = () => "something";`);
  write("first.cjs.code", "no code");
  expect(said()).toBe("something");
});

test("what the build has kept is taken by this Node", () => {
  const server = "dist/server";
  const kept = readdirSync(server).filter((name) => name.endsWith(".code"));
  const refused = kept.filter((name) => {
    const text = readFileSync(join(server, name.replace(/\.code$/, "")), "utf8");
    const cachedData = readFileSync(join(server, name));
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
    return new Script(wrapped, { cachedData }).cachedDataRejected;
  });
  expect(kept.length).toBeGreaterThan(5);
  expect(refused).toEqual([]);
});
