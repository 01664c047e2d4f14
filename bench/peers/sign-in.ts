import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Somebody who has signed in: what the server has to know of their provider, and what they send with each request. */
export interface SignIn {
  readonly environment: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the provider. */
  close(): void;
}

const AUDIENCE = "stadtgraph";

/** A provider that publishes one key, and the token that it has given a member of staff, good for a day. */
export async function signInAsStaff(): Promise<SignIn> {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "bench", alg: "ES256", use: "sig" }] });
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(keys),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = await new SignJWT({ roles: ["STAFF"] })
    .setProtectedHeader({ alg: "ES256", kid: "bench", typ: "at+jwt" })
    .setSubject("bench")
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime("1 day")
    .sign(privateKey);
  return {
    environment: {
      ...{ OIDC_ISSUER: issuer, OIDC_JWKS_URL: `${issuer}/keys`, OIDC_AUDIENCE: AUDIENCE },
      OIDC_DEFAULT_ROLE: "STAFF",
    },
    headers: { authorization: `Bearer ${token}` },
    close: () => void server.close(),
  };
}
