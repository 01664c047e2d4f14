import type { Forger } from "../forger.js";

/** What is wrong with a token, and how to make it. */
export type Forgery = readonly [name: string, make: (forger: Forger) => string | Promise<string>];
