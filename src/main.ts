import { setImmediate as nextTurn } from "node:timers/promises";
import "./platform/program/navigator.js";
import { letGrow, stayAsItIs } from "./platform/program/young-generation.js";
import { runProgram } from "./platform/program/program.js";

/** The program: opens what it stands on while it loads what stands on it, then serves until it is told to end. */
runProgram(async (keep) => {
  const { openPlatform } = await import("./platform/platform.js");
  // Loading holds up everything else: the database is called before.
  const loading = nextTurn().then(() => import("./serve.js"));
  const [opened, { serve }] = await Promise.all([openPlatform(keep), loading]);
  stayAsItIs();
  await serve(opened, keep);
  letGrow();
});
