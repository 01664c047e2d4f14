import "./platform/program/navigator.js";
import { letGrow, stayAsItIs } from "./platform/program/young-generation.js";
import { runProgram } from "./platform/program/program.js";

/** The program: opens what it stands on while it loads what stands on it, then serves until it is told to end. */
runProgram(async (keep) => {
  const platform = import("./platform/platform.js").then(({ openPlatform }) => openPlatform(keep));
  const [opened, { serve }] = await Promise.all([platform, import("./serve.js")]);
  stayAsItIs();
  await serve(opened, keep);
  letGrow();
});
