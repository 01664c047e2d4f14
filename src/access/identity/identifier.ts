import { errors } from "jose";
import type { Database } from "../../platform/database/database.js";
import type { Environment } from "../../platform/environment.js";
import { ServiceUnavailable } from "../../platform/errors.js";
import type { Log } from "../../platform/log.js";
import { ANONYMOUS, type Viewer } from "../viewer.js";
import { claimsOf, TOLERANCE } from "./access-token.js";
import { viewerFrom } from "./claims.js";
import { type KeyPatience, KeySet } from "./key-set.js";
import { publishedKeys } from "./published-keys.js";
import { refusal } from "./refusal.js";
import { viewerOfServiceToken } from "./program-token/viewer-of.js";
import { verifiedOnce } from "./verified-tokens.js";
import { WrongToken } from "./wrong-token.js";

/** Tells from the header Authorization who asks. Absent: nobody. Throws Unauthenticated, always the same, for anything that is not valid now. */
export type Identify = (authorization: string | undefined) => Promise<Viewer>;

/** What telling who asks stands on. */
export interface IdentifierParts {
  readonly environment: Pick<Environment, "oidc">;
  readonly database: Database;
  readonly log: Log;
  readonly patience?: KeyPatience;
}

/** Bytes that a token may have: a signature over more than that is not worth checking. */
const MOST = 8_192;

/** Milliseconds that the provider has to answer. */
const TIMEOUT = 2_000;

type Read = (token: string) => Promise<Viewer>;

/** Makes the one function that turns a header into a viewer. Throws EnvironmentError for a configuration that cannot be meant. */
export function identifierOf(parts: IdentifierParts): Identify {
  const person = personOf(parts);
  const service = (token: string) => viewerOfServiceToken(token, parts);
  return async (authorization) => {
    if (authorization === undefined) return ANONYMOUS;
    try {
      const token = tokenIn(authorization);
      return await (token.startsWith("sg_") ? service(token) : person(token));
    } catch (error) {
      if (error instanceof ServiceUnavailable) throw error;
      parts.log.info({ reason: reasonOf(error) }, "token refused");
      throw refusal();
    }
  };
}

function personOf({ environment: { oidc }, log, patience }: IdentifierParts): Read {
  if (!oidc) return () => Promise.reject(new WrongToken("issuer: none is configured"));
  const viewerOf = viewerFrom(oidc);
  const keys = new KeySet(publishedKeys(oidc, TIMEOUT), log, patience);
  const verify = async (token: string) => {
    const claims = await claimsOf(token, oidc, keys);
    return { viewer: viewerOf(claims), until: (claims.exp! + TOLERANCE) * 1_000 };
  };
  return verifiedOnce(verify, () => keys.current());
}

/** RFC 6750, section 2.1. */
function tokenIn(authorization: string): string {
  if (authorization.length > MOST) throw new WrongToken("size");
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new WrongToken("header");
  return token;
}

/** For the log: which check failed, and nothing that the token says. */
function reasonOf(error: unknown): string {
  if (error instanceof WrongToken) return error.message;
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired)
    return `${error.code} ${error.claim}`;
  return error instanceof errors.JOSEError ? error.code : "unreadable";
}
