import { Buffer } from "node:buffer";
import { createHmac, type KeyObject, sign } from "node:crypto";

/** Text, bytes or JSON in base64url. */
export const encoded = (part: unknown): string =>
  Buffer.from(typeof part === "string" || part instanceof Uint8Array ? part : JSON.stringify(part)).toString(
    "base64url",
  );

/** A token whose parts are put together by hand; the signature is made by `signing`. */
export function compact(header: unknown, payload: unknown, signing: (input: string) => Uint8Array | string): string {
  const input = `${encoded(header)}.${encoded(payload)}`;
  return `${input}.${encoded(signing(input))}`;
}

/** Signs with an RSA key by PKCS #1, whatever the header says. */
export const byRsa =
  (key: KeyObject, hash = "sha256") =>
  (input: string): Uint8Array =>
    sign(hash, Buffer.from(input), key);

/** Signs with an elliptic curve; JWS wants the two numbers side by side, others write DER. */
export const byCurve =
  (key: KeyObject, dsaEncoding: "ieee-p1363" | "der" = "ieee-p1363") =>
  (input: string): Uint8Array =>
    sign("sha256", Buffer.from(input), { key, dsaEncoding });

/** Signs with a shared secret. */
export const bySecret =
  (secret: string | Uint8Array, hash = "sha256") =>
  (input: string): Uint8Array =>
    createHmac(hash, secret).update(input).digest();
