import { Buffer } from "node:buffer";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const FORM = /^sg_([0-9a-f]{16})_([\w-]{43})$/;

/** A new token: what is shown once, and what is kept. */
export interface NewSecret {
  readonly id: string;
  /** The whole token, as it stands behind Bearer. */
  readonly token: string;
  /** SHA-256 of its secret part. No slower hash is needed: 32 random bytes cannot be guessed. */
  readonly hash: Buffer;
}

/** Draws a token. */
export function newSecret(): NewSecret {
  const id = randomBytes(8).toString("hex");
  const secret = randomBytes(32).toString("base64url");
  return { id, token: `sg_${id}_${secret}`, hash: hashOf(secret) };
}

/** The parts of a token; undefined for what is none. */
export function partsOf(token: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = FORM.exec(token) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Compared to when there is no such token, so that this takes as long as a wrong secret does. */
const NOTHING = Buffer.alloc(32);

/** Whether a secret has this hash; how long that takes tells nothing. */
export const isSecretOf = (secret: string, hash: Buffer | undefined): boolean =>
  timingSafeEqual(hashOf(secret), hash ?? NOTHING);

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
