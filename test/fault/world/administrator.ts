import { adminClaims, newKey, now, signed, testProvider } from "../../access/provider.js";

type Headers = Readonly<Record<string, string>>;

/** Someone who may write, at a provider of a test's own. */
export interface Administrator {
  /** What a server has to be told to know them. */
  readonly environment: Record<string, string>;
  /** With these they ask. */
  readonly headers: Headers;
  /** With these asks somebody else whom the provider knows, in one of our roles. */
  as(role: string): Promise<Headers>;
  close(): Promise<void>;
}

/** Signs in an administrator, and whoever else is wanted, for some hours. */
export async function administrator(): Promise<Administrator> {
  const key = await newKey("EdDSA", "one");
  const provider = await testProvider([key]);
  const as = async (role: string): Promise<Headers> => {
    const claims = { ...adminClaims(provider.url), exp: now() + 36_000, realm_access: { roles: [role] } };
    return { authorization: `Bearer ${await signed(claims, key)}` };
  };
  return {
    as,
    environment: {
      OIDC_ISSUER: provider.url,
      OIDC_AUDIENCE: "stadtgraph",
      OIDC_ROLE_CLAIM: "realm_access.roles",
      OIDC_ROLE_MAP: '{"staff":"STAFF","editor":"EDITOR","steward":"STEWARD","admin":"ADMIN"}',
    },
    headers: await as("admin"),
    close: () => provider.stop(),
  };
}

/** A write that is acknowledged with what was written. */
export const CREATE_TOKEN = {
  query: `mutation NewToken($input: ServiceTokenInput!) { createServiceToken(input: $input) { token { id } } }`,
  variables: { input: { name: "Ausfallprobe", days: 1 } },
};
