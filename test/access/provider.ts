import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import type { OidcEnvironment } from "../../src/platform/environment.js";

/** A key pair under a name, and what is published of it. */
export interface NamedKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly published: JWK;
}

/** Draws a key; what is published does not bind it to one algorithm, as with Entra ID. */
export async function newKey(alg: string, kid: string): Promise<NamedKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, published: { ...(await exportJWK(publicKey)), kid, use: "sig" } };
}

/** An HTTP server that answers as it is told and notes what it was asked for. */
export interface Listener {
  readonly url: string;
  readonly asked: string[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  stop(): Promise<void>;
}

/** Listens on a free port, or on the given one; says 404 until told otherwise. */
export async function listener(port = 0): Promise<Listener> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    made.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const made: Listener = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (_request, response) => void response.writeHead(404).end(),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
  return made;
}

/** A provider as small as can be: it publishes keys, and a test signs with them. */
export interface TestProvider extends Listener {
  /** What it publishes now; a test puts keys in and takes them out. */
  keys: NamedKey[];
  readonly oidc: OidcEnvironment;
}

/** A provider that publishes these keys. */
export async function testProvider(keys: NamedKey[], port?: number): Promise<TestProvider> {
  const listening = await listener(port);
  const provider: TestProvider = Object.assign(listening, { keys, oidc: oidcOf(listening.url) });
  provider.answer = (request, response) => {
    const discovery = { issuer: provider.url, jwks_uri: `${provider.url}/jwks` };
    const jwks = { keys: provider.keys.map(({ published }) => published) };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(request.url === "/jwks" ? jwks : discovery));
  };
  return provider;
}

const oidcOf = (issuer: string): OidcEnvironment => ({
  issuer,
  audience: "stadtgraph",
  jwksUrl: undefined,
  algorithms: ["RS256", "ES256", "EdDSA"],
  roleClaim: "realm_access.roles",
  roleMap: { staff: "STAFF", editor: "EDITOR", steward: "STEWARD", admin: "ADMIN" },
  defaultRole: "PUBLIC",
  departmentClaim: "department",
  departmentMap: undefined,
});

/** Seconds since 1970. */
export const now = (): number => Math.floor(Date.now() / 1000);

/** What a token of this provider says of an administrator for the next minute. */
export const adminClaims = (issuer: string): Record<string, unknown> => ({
  iss: issuer,
  aud: "stadtgraph",
  sub: "admin@stadt.example",
  iat: now(),
  nbf: now(),
  exp: now() + 60,
  realm_access: { roles: ["admin"] },
});

/** Signs claims as a provider does. */
export const signed = (claims: object, { alg, kid, privateKey }: NamedKey, header: object = {}): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
