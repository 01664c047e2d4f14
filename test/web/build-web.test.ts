import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

test("a bundle that is newer than its sources is left alone, with one line that says so", () => {
  const said = execFileSync(process.execPath, ["scripts/build-web.mjs"], {
    cwd: fileURLToPath(new URL("../../../", import.meta.url)),
    encoding: "utf8",
  });
  expect(said).toMatch(/^web\/dist is up to date \(\d+ ms\)\n$/);
});
