import { type JWTPayload, jwtVerify } from "jose";
import type { OidcEnvironment } from "../../platform/environment.js";
import type { KeySet } from "./key-set.js";
import { WrongToken } from "./wrong-token.js";

/** Seconds by which the clocks of provider and server may differ. */
export const TOLERANCE = 30;

/** RFC 9068 names access tokens at+jwt; Keycloak and Entra ID still say JWT, or nothing. */
const TYPES: ReadonlySet<string> = new Set(["jwt", "at+jwt", "application/at+jwt"]);

/** Three parts in base64url and nothing else: jose would also read what is not quite that. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** What a token claims that the provider has signed for this API and that holds now. Throws anything, mostly jose's errors, for every other token. */
export async function claimsOf(
  token: string,
  { issuer, audience, algorithms }: Pick<OidcEnvironment, "issuer" | "audience" | "algorithms">,
  keys: KeySet,
): Promise<JWTPayload> {
  if (!COMPACT.test(token)) throw new WrongToken("form");
  const { payload, protectedHeader } = await jwtVerify(token, (header, parts) => keys.find(header, parts), {
    issuer,
    audience,
    algorithms: [...algorithms],
    clockTolerance: TOLERANCE,
    requiredClaims: ["exp", "sub"],
  });
  const typ: unknown = protectedHeader.typ ?? "jwt";
  if (typeof typ !== "string" || !TYPES.has(typ.toLowerCase())) throw new WrongToken("typ");
  if (isIdToken(payload)) throw new WrongToken("id token");
  return payload;
}

/** A signed statement to a client on who signed in, which opens nothing: only such a one has a hash of the token beside it; Keycloak says it in words. */
const isIdToken = (payload: JWTPayload): boolean => payload["at_hash"] !== undefined || payload["typ"] === "ID";
