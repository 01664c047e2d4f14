import { now, signed } from "../provider.js";
import type { Forgery } from "./forgery.js";

const claiming = (name: string, change: () => object): Forgery => [name, ({ issued }) => issued(change())];

const odd = (claim: string, values: readonly unknown[]): Forgery[] =>
  values.map((value) =>
    claiming(`${claim} ${value === undefined ? "missing" : JSON.stringify(value)}`, () => ({ [claim]: value })),
  );

/** Tokens that the provider has truly signed, but for somebody else, for another time, or with another meaning. */
export const CLAIM: readonly Forgery[] = [
  ...odd("iss", [undefined, null, 1, "https://evil.example", ""]),
  ["iss with a stroke at the end", ({ issued, provider }) => issued({ iss: `${provider.url}/` })],
  ["iss in a list", ({ issued, provider }) => issued({ iss: [provider.url] })],
  [
    "the forger as issuer, with a discovery of its own",
    ({ claims, own, trap }) => signed(claims({ iss: trap.url }), { ...own.rsa, kid: "mine" }),
  ],
  ...odd("aud", [undefined, null, 1, "portal", "stadtgraph ", "STADTGRAPH", [], ["portal", "account"]]),
  ...odd("aud", [{ stadtgraph: true }, [["stadtgraph"]], [{ aud: "stadtgraph" }]]),
  claiming("expired an hour ago", () => ({ exp: now() - 3_600 })),
  claiming("expired 31 seconds ago, one more than clocks may differ", () => ({ exp: now() - 31 })),
  ...odd("exp", [undefined, null, "9999999999", [9_999_999_999], {}, true, 0, -1]),
  claiming("valid from in an hour", () => ({ nbf: now() + 3_600 })),
  claiming("valid from in 45 seconds", () => ({ nbf: now() + 45 })),
  ...odd("nbf", ["0", null, [0], {}]),
  ...odd("iat", ["0", null, {}]),
  ...odd("sub", [undefined, null, "", 7, ["admin@stadt.example"], { $ne: "" }, "a\nb", "x".repeat(256)]),
  claiming("an ID token for this very audience", () => ({ at_hash: "77QmUPtjPfzWtF2AnpK9RQ", nonce: "n" })),
  claiming("an ID token of Keycloak", () => ({ typ: "ID" })),
  claiming("an ID token for another audience", () => ({ aud: "portal", azp: "stadtgraph", nonce: "n" })),
];
