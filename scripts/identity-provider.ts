// A provider for development and tests: `npm run identity -- --port 4010`, without --port on a free one. One user per role, signed in
// without a password; its keys are drawn anew at every start. Never in production.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import Provider, { type ClientMetadata, type Configuration } from "oidc-provider";

const AUDIENCE = "stadtgraph";

/** Anyone on this machine may know it: it guards users who do not exist. */
const SECRET = "development-only";

const HOURS = 8;

/** Claims of each user, in the form that Keycloak gives them. */
const USERS: Readonly<Record<string, Record<string, unknown>>> = {
  "public@stadt.example": {},
  "staff@stadt.example": { realm_access: { roles: ["stadtgraph-staff"] } },
  "editor@stadt.example": { realm_access: { roles: ["stadtgraph-editor"] }, department: "jugendamt" },
  "steward@stadt.example": { realm_access: { roles: ["stadtgraph-steward"] } },
  "admin@stadt.example": { realm_access: { roles: ["stadtgraph-admin"] } },
};

const ROLES = {
  "stadtgraph-staff": "STAFF",
  "stadtgraph-editor": "EDITOR",
  "stadtgraph-steward": "STEWARD",
  "stadtgraph-admin": "ADMIN",
};

async function start(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, await configuration());
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  tell(issuer);
}

async function configuration(): Promise<Configuration> {
  return {
    clients: Object.keys(USERS).map(clientOf),
    jwks: { keys: await Promise.all(["RS256", "ES256", "EdDSA"].map(newKey)) },
    extraTokenClaims: (_context, { clientId }) => USERS[clientId!],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${AUDIENCE}`,
        getResourceServerInfo: () => ({
          scope: "",
          audience: AUDIENCE,
          accessTokenFormat: "jwt",
          accessTokenTTL: HOURS * 3_600,
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
  };
}

const clientOf = (name: string): ClientMetadata => ({
  client_id: name,
  client_secret: SECRET,
  grant_types: ["client_credentials"],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: "client_secret_post",
});

async function newKey(alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg, use: "sig", kid: `development-${alg}` };
}

function tell(issuer: string): void {
  const settings = {
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_ROLE_CLAIM: "realm_access.roles",
    OIDC_ROLE_MAP: JSON.stringify(ROLES),
    OIDC_DEPARTMENT_CLAIM: "department",
  };
  console.log("# For .env (Einstellungen für den Server):");
  for (const [name, value] of Object.entries(settings)) console.log(`${name}=${value}`);
  console.log(`\n# A token for ${HOURS} hours (ein Token für ${HOURS} Stunden), for ${Object.keys(USERS).join(", ")}:`);
  const [, , editor] = Object.keys(USERS);
  const form = `-d grant_type=client_credentials -d client_id=${editor} -d client_secret=${SECRET}`;
  console.log(`curl -s ${issuer}/token ${form} | node -pe 'JSON.parse(fs.readFileSync(0)).access_token'`);
}

if (process.env["NODE_ENV"] === "production") {
  console.error("This provider lets anyone in as anyone: it does not start with NODE_ENV=production.");
  process.exit(1);
}
await start(Number(parseArgs({ options: { port: { type: "string", default: "0" } } }).values.port));
