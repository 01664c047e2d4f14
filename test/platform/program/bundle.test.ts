import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Bundle } from "../../../src/platform/program/bundle.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The code of first.cjs, for this very Node. */
const CODE = `first.cjs.${process.version}-${process.platform}-${process.arch}.code`;

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
  expect(readdirSync(folder)).toEqual(["first.cjs", CODE]);
  expect(said()).toBe("before");
  write("first.cjs", `exports.say = () => "behind";`);
  utimesSync(join(folder, "first.cjs"), new Date(), Date.now() / 1000 + 1);
  expect(said()).toBe("behind");
});

test("code that V8 cannot take is none", () => {
  write("first.cjs", `exports.say = () => "something";`);
  write(CODE, "no code");
  const bundle = new Bundle(folder);
  expect(said(bundle)).toBe("something");
  expect(bundle.refused()).toEqual(["first.cjs"]);
});

test("a file that could not be loaded is loaded again", () => {
  write("first.cjs", `exports.say = () => "half"; require("./second.cjs");`);
  const bundle = new Bundle(folder);
  expect(() => said(bundle)).toThrow("second.cjs");
  write("second.cjs", "");
  expect(said(bundle)).toBe("half");
});

test("what the build has kept is taken by this Node, and the bundle is strict as its sources are", () => {
  const server = join(process.cwd(), "dist/server");
  const kept = readdirSync(server).filter((name) => name.endsWith(".code"));
  const bundle = new Bundle(server);
  bundle.load("warm-up.cjs");
  expect(kept.length).toBeGreaterThan(5);
  expect(bundle.refused()).toEqual([]);
  const files = readdirSync(server).filter((name) => name.endsWith(".cjs"));
  const sloppy = files.filter((name) => !readFileSync(join(server, name), "utf8").startsWith(`"use strict"`));
  expect(sloppy.filter((name) => !name.startsWith("rolldown-runtime"))).toEqual([]);
});
