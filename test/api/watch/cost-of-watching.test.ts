import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import type { Costs } from "./cost-of-watching.js";

test("watching costs little beside the smallest question: a fiftieth at most of what graphql-js alone takes for it", () => {
  const said = execFileSync(process.execPath, ["dist/test/api/watch/cost-of-watching.js"], { encoding: "utf8" });

  const { watching, asking, clock } = JSON.parse(said) as Costs;

  // What two looks at the clock cost is the machine's: on some it is most of what watching takes.
  expect((watching - clock) / asking).toBeLessThan(0.02);
});
