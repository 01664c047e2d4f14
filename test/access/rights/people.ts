import type { Identify } from "../../../src/access/identity/identifier.js";
import { ANONYMOUS, type Viewer } from "../../../src/access/viewer.js";

/** Lets everyone in by the name that the header Authorization holds, as whom these say they are: tests of what people may do need no provider. */
export const identifyAs =
  (people: Readonly<Record<string, Viewer>>): Identify =>
  (name) =>
    Promise.resolve(name === undefined ? ANONYMOUS : people[name]!);

/** The header by which `identifyAsTold` lets someone in. */
export const toldAs = (viewer: Viewer): { readonly authorization: string } => ({
  authorization: JSON.stringify(viewer),
});

/** Lets everyone in as whom they say they are, for tests with random people. */
export const identifyAsTold: Identify = (told) =>
  Promise.resolve(told === undefined ? ANONYMOUS : (JSON.parse(told) as Viewer));
