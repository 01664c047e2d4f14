import { Buffer } from "node:buffer";
import { createPublicKey } from "node:crypto";
import { type Forger, rawKey } from "../forger.js";
import { byRsa, bySecret, compact } from "../raw-token.js";
import type { Forgery } from "./forgery.js";

const unsigned =
  (alg: unknown, signature = "") =>
  ({ claims, rsa }: Forger): string =>
    compact({ alg, kid: rsa.kid, typ: "JWT" }, claims(), () => signature);

/** The true key, under another name of the algorithm. */
const renamed =
  (alg: unknown, hash = "sha256") =>
  ({ claims, rsa }: Forger): string =>
    compact({ alg, kid: rsa.kid }, claims(), byRsa(rawKey(rsa), hash));

type Secret = (published: ReturnType<typeof createPublicKey>, forger: Forger) => string | Uint8Array;

const pem = (key: ReturnType<typeof createPublicKey>): string => key.export({ type: "spki", format: "pem" }).toString();

/** What everyone can read, the public key, taken for a shared secret. */
const shared =
  (secret: Secret, alg = "HS256", hash = "sha256") =>
  (forger: Forger): string => {
    const published = createPublicKey(rawKey(forger.rsa));
    return compact({ alg, kid: forger.rsa.kid }, forger.claims(), bySecret(secret(published, forger), hash));
  };

/** Tokens that choose how they are to be checked. */
export const ALGORITHM: readonly Forgery[] = [
  ...["none", "None", "NONE", "nOnE", "", " none"].map((alg): Forgery => [`alg ${JSON.stringify(alg)}`, unsigned(alg)]),
  ["alg none with something for a signature", unsigned("none", "signature")],
  ["no alg", unsigned(undefined)],
  ...[null, 0, ["RS256"], { RS256: true }, true].map((alg): Forgery => [
    `alg ${JSON.stringify(alg)}, signed all the same`,
    renamed(alg),
  ]),
  ["alg rs256 in small letters", renamed("rs256")],
  ["alg RS256 with a blank", renamed("RS256 ")],
  ["alg RS384, which is not on the list, by the true key", renamed("RS384", "sha384")],
  ["alg RS512, which is not on the list, by the true key", renamed("RS512", "sha512")],
  ["alg PS256 over a signature of RS256", renamed("PS256")],
  ["alg ES256 over a signature of RS256", renamed("ES256")],
  ["alg EdDSA over a signature of RS256", renamed("EdDSA")],
  ["alg dir", unsigned("dir")],
  ["HS256 with the public key as PEM", shared(pem)],
  ["HS256 with the public key as PEM without the last line break", shared((key) => pem(key).trimEnd())],
  ["HS384 with the public key as PEM", shared(pem, "HS384", "sha384")],
  ["HS512 with the public key as PEM", shared(pem, "HS512", "sha512")],
  ["HS256 with the public key as DER", shared((key) => key.export({ type: "spki", format: "der" }))],
  ["HS256 with the public key of PKCS #1", shared((key) => key.export({ type: "pkcs1", format: "pem" }))],
  ["HS256 with the published JWK", shared((_, { rsa }) => JSON.stringify(rsa.published))],
  ["HS256 with the modulus", shared((_, { rsa }) => Buffer.from(rsa.published.n!, "base64url"))],
  ["HS256 with the modulus as text", shared((_, { rsa }) => rsa.published.n!)],
  ["HS256 with the name of the key", shared((_, { rsa }) => rsa.kid)],
  ["HS256 with no secret", shared(() => "")],
];
