import { Bundle } from "./platform/program/bundle.js";

/** Starts the program (main.ts) out of the bundle in this folder; `scripts/build-server.mjs` puts this file there too. */
new Bundle(import.meta.dirname).load("main.cjs");
