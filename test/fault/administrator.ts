import { adminClaims, newKey, now, signed, testProvider } from "../access/provider.js";

/** Someone who may write, at a provider of a test's own. */
export interface Administrator {
  /** What a server has to be told to know them. */
  readonly environment: Record<string, string>;
  /** With these they ask. */
  readonly headers: Record<string, string>;
  close(): Promise<void>;
}

/** Signs in an administrator for an hour. */
export async function administrator(): Promise<Administrator> {
  const key = await newKey("EdDSA", "one");
  const provider = await testProvider([key]);
  const token = await signed({ ...adminClaims(provider.url), exp: now() + 3_600 }, key);
  return {
    environment: {
      OIDC_ISSUER: provider.url,
      OIDC_AUDIENCE: "stadtgraph",
      OIDC_ROLE_CLAIM: "realm_access.roles",
      OIDC_ROLE_MAP: '{"admin":"ADMIN"}',
    },
    headers: { authorization: `Bearer ${token}` },
    close: () => provider.stop(),
  };
}

/** A write that is acknowledged with what was written. */
export const CREATE_TOKEN = {
  query: `mutation NewToken($input: ServiceTokenInput!) { createServiceToken(input: $input) { token { id } } }`,
  variables: { input: { name: "Ausfallprobe", days: 1 } },
};
