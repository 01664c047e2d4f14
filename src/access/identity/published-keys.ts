import type { JSONWebKeySet } from "jose";
import type { OidcEnvironment } from "../../platform/environment.js";
import { fetchJson } from "./fetch-json.js";

/** Reads the keys that a provider publishes, from the configured address or the one that it names; never from one in a token. */
export function publishedKeys(
  { issuer, jwksUrl }: Pick<OidcEnvironment, "issuer" | "jwksUrl">,
  timeout: number,
): () => Promise<JSONWebKeySet> {
  let known = jwksUrl;
  return async () => {
    known ??= await discovered(issuer, timeout);
    return (await fetchJson(known, timeout)) as unknown as JSONWebKeySet;
  };
}

/** OpenID Connect Discovery 1.0, section 4: the document must name the issuer that it was asked for. */
async function discovered(issuer: string, timeout: number): Promise<string> {
  const document = await fetchJson(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, timeout);
  const { issuer: named, jwks_uri: address } = document;
  if (named !== issuer) throw new Error(`names itself ${JSON.stringify(named)}, not as in OIDC_ISSUER`);
  if (typeof address !== "string" || !URL.canParse(address)) throw new Error("does not say where its keys are");
  if (issuer.startsWith("https:") && !address.startsWith("https:")) throw new Error("offers its keys without https");
  return address;
}
