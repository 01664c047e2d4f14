// Every fault test with the figures that it measured, after a build: `npm run faults`. Ends with 1 where one of them does not hold.
import { spawnSync } from "node:child_process";

const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--runInBand"];
const environment = { ...process.env, FAULTS: "told" };
const { status } = spawnSync(process.execPath, [...jest, "test/fault"], { stdio: "inherit", env: environment });
process.exitCode = status ?? 1;
