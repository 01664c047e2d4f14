// Writes the golden answers and statements of test/golden anew, after a build. Read the difference before you commit it.
import { spawnSync } from "node:child_process";

const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "test/golden"];
const { status } = spawnSync(process.execPath, jest, { stdio: "inherit", env: { ...process.env, GOLDEN: "write" } });
process.exitCode = status ?? 1;
