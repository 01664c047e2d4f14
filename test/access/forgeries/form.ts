import { Buffer } from "node:buffer";
import { CompactEncrypt, importJWK } from "jose";
import { type Forger, rawKey } from "../forger.js";
import { byRsa, compact, encoded } from "../raw-token.js";
import type { Forgery } from "./forgery.js";

/** A token that the provider has signed, and what is done to its text afterwards. */
const spoilt = (name: string, spoil: (parts: [string, string, string]) => string): Forgery => [
  name,
  async ({ issued }) => spoil((await issued()).split(".") as [string, string, string]),
];

const header = (change: object): Forgery => [
  `header ${JSON.stringify(change).slice(0, 60)}`,
  ({ issued }) => issued({}, change),
];

/** Parts that are no JSON objects, truly signed. */
const parts = (name: string, head: (forger: Forger) => unknown, payload: (forger: Forger) => unknown): Forgery => [
  name,
  (forger) => compact(head(forger), payload(forger), byRsa(rawKey(forger.rsa))),
];

const fine = ({ rsa }: Forger): object => ({ alg: "RS256", kid: rsa.kid });
const claims = (forger: Forger): object => forger.claims();

const flipped = (text: string): string => (text.startsWith("A") ? "B" : "A") + text.slice(1);

const altered = (payload: string): string =>
  encoded({ ...(JSON.parse(Buffer.from(payload, "base64url").toString()) as object), sub: "mayor@stadt.example" });

async function encrypted({ claims: made, rsa }: Forger): Promise<string> {
  const { use: _, ...jwk } = rsa.published;
  const key = await importJWK(jwk, "RSA-OAEP-256");
  return new CompactEncrypt(Buffer.from(JSON.stringify(made())))
    .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM", kid: rsa.kid })
    .encrypt(key);
}

/** Tokens whose text is not what a token's is. */
export const FORM: readonly Forgery[] = [
  spoilt("another header", ([, payload, signature]) => `${encoded({ alg: "RS256" })}.${flipped(payload)}.${signature}`),
  spoilt("another payload", ([head, payload, signature]) => `${head}.${altered(payload)}.${signature}`),
  spoilt("another signature", ([head, payload, signature]) => `${head}.${payload}.${flipped(signature)}`),
  spoilt("half a signature", ([head, payload, signature]) => `${head}.${payload}.${signature.slice(0, 170)}`),
  spoilt("no signature", ([head, payload]) => `${head}.${payload}.`),
  spoilt("two parts", ([head, payload]) => `${head}.${payload}`),
  spoilt("one part", ([head]) => head),
  spoilt("no payload", ([head, , signature]) => `${head}..${signature}`),
  spoilt("no header", ([, payload, signature]) => `.${payload}.${signature}`),
  spoilt("four parts", (all) => [...all, "more"].join(".")),
  spoilt("five parts", (all) => [...all, "more", "more"].join(".")),
  spoilt("padding", (all) => all.map((part) => `${part}=`).join(".")),
  spoilt("a signature in base64 with + and /", ([head, payload]) => `${head}.${payload}.${"+/".repeat(171)}`),
  spoilt("a dot at the end", (all) => `${all.join(".")}.`),
  spoilt("a blank in between", ([head, ...rest]) => `${head} .${rest.join(".")}`),
  ["only dots", () => ".."],
  ["no base64", () => "%%%.%%%.%%%"],
  ["some word", () => "admin"],
  ["JSON", ({ claims: made }) => JSON.stringify(made())],
  ["a JWS in JSON", async ({ issued }) => JSON.stringify({ token: (await issued()).split(".") })],
  ["encrypted for the provider's key", encrypted],
  ["9 kB, truly signed", ({ issued }) => issued({ padding: "x".repeat(7_000) })],
  ["12 kB of nothing", () => "A".repeat(12_000)],
  parts("a payload that is no JSON", fine, () => "admin"),
  parts("a payload that is a list", fine, (forger) => [claims(forger)]),
  parts("a payload that is null", fine, () => "null"),
  parts("a payload that is no UTF-8", fine, () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
  parts("a payload inside a text", fine, (forger) => JSON.stringify(JSON.stringify(claims(forger)))),
  parts("a header that is no JSON", () => "RS256", claims),
  parts("a header that is a list", (forger) => [fine(forger)], claims),
  parts("a header that is null", () => "null", claims),
  parts("a header with alg twice", ({ rsa }) => `{"alg":"RS256","kid":"${rsa.kid}","alg":"none"}`, claims),
  parts("crit: something that must be understood", () => ({ alg: "RS256", kid: "rsa-1", crit: ["x"], x: 1 }), claims),
  parts("crit: exp", () => ({ alg: "RS256", kid: "rsa-1", crit: ["exp"], exp: 1 }), claims),
  parts("crit: nothing", () => ({ alg: "RS256", kid: "rsa-1", crit: [] }), claims),
  parts("crit: no list", () => ({ alg: "RS256", kid: "rsa-1", crit: "b64" }), claims),
  parts("b64: false", () => ({ alg: "RS256", kid: "rsa-1", crit: ["b64"], b64: false }), claims),
  ...["logout+jwt", "dpop+jwt", "secevent+jwt", "id_token", "none"].map((typ) => header({ typ })),
  parts("typ: a number", () => ({ alg: "RS256", kid: "rsa-1", typ: 1 }), claims),
  parts("typ: a list", () => ({ alg: "RS256", kid: "rsa-1", typ: ["JWT"] }), claims),
];
