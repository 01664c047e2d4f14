import { existsSync } from "node:fs";
import { z } from "zod";
import { type MetricsAccess, metricsAccess, metricsVariables } from "./metrics/access.js";
import { documentSettingsOf, type DocumentsEnvironment, documentVariables } from "./documents-environment.js";
import { type DoorSettings, doorSettingsOf, doorVariables } from "./door-settings.js";
import { expected, wholeNumber } from "./variable-forms.js";

/** All that is wrong with the environment, one line per variable; values are shown except those that may hold a password. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";

  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const isPostgresUrl = (text: string): boolean => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);

const oneOf = <const T extends readonly string[]>(values: T, preset: T[number]) =>
  z.enum(values, { error: expected(`one of ${values.join(", ")}`) }).default(preset as never);

/** An https address, or http: production takes http on this machine only (`problemsTogether`). */
const address = z
  .string()
  .refine((text) => /^https?:\/\/[^@?#]+$/.test(text) && URL.canParse(text), { error: expected("https://…") });

const wordsToWords = (example: string) =>
  z
    .string()
    .refine(isWordsToWords, { error: expected(`JSON such as ${example}`) })
    .transform((text) => JSON.parse(text) as Readonly<Record<string, string>>)
    .optional();

function isWordsToWords(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    const isObject = typeof read === "object" && read !== null && !Array.isArray(read);
    return isObject && Object.values(read).every((value) => typeof value === "string");
  } catch {
    return false;
  }
}

const ALGORITHMS = ["RS256", "ES256", "EdDSA"] as const;

/** Every variable this program reads: name, form and default. Nothing else in the code may look at process.env. */
const variables = z.object({
  NODE_ENV: oneOf(["development", "production", "test"], "development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: wholeNumber(0, 65535, 4000),
  // The value may hold a password, so the message never repeats it.
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, { error: "expected postgres://user:password@host:port/database" })
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .refine(isPostgresUrl, { error: "expected postgres://owner:password@host:port/database" })
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 500, 10),
  DATA_DIRECTORY: z.string().default(".data"),
  LOG_LEVEL: oneOf(["trace", "debug", "info", "warn", "error", "fatal", "silent"], "info"),
  LOG_SLOW_MS: wholeNumber(1, 600_000, 1_000),
  ...metricsVariables,
  MIGRATE_ON_START: z.stringbool({ error: expected("true or false") }).default(true),
  STATEMENT_TIMEOUT_MS: wholeNumber(100, 600_000, 2_500),
  LIMIT_DEPTH: wholeNumber(1, 100, 20),
  LIMIT_FIELDS: wholeNumber(1, 10_000, 400),
  LIMIT_ALIASES: wholeNumber(0, 1_000, 30),
  LIMIT_TOKENS: wholeNumber(100, 5_000, 1_000),
  LIMIT_COST: wholeNumber(100, 100_000_000, 500_000),
  CACHE: oneOf(["on", "off"], "on"),
  ...doorVariables,
  SEEDS: z.string().default("seeds/gera"),
  ...documentVariables,
  OIDC_ISSUER: address.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_JWKS_URL: address.optional(),
  OIDC_ALGORITHMS: z
    .string()
    .transform((text) => text.split(",").map((name) => name.trim()))
    .pipe(z.array(z.enum(ALGORITHMS, { error: expected(`some of ${ALGORITHMS.join(", ")}`) })))
    .default([...ALGORITHMS]),
  OIDC_ROLE_CLAIM: z.string().default("roles"),
  OIDC_ROLE_MAP: wordsToWords('{"stadtgraph-admin":"ADMIN"}'),
  OIDC_DEFAULT_ROLE: oneOf(["PUBLIC", "STAFF"], "PUBLIC"),
  OIDC_DEPARTMENT_CLAIM: z.string().optional(),
  OIDC_DEPARTMENT_MAP: wordsToWords('{"51":"jugendamt"}'),
});

/** The names of all variables that are read; `.env.example` lists exactly these. */
export const ENVIRONMENT_NAMES: readonly string[] = Object.keys(variables.shape);

/** Who signs people in, and how what that provider says is read. */
export interface OidcEnvironment {
  /** The provider's name for itself, as it stands in its tokens. */
  readonly issuer: string;
  /** This API's name at the provider. */
  readonly audience: string;
  /** Where the provider publishes its keys; absent = it says so itself, at the address that the standard prescribes. */
  readonly jwksUrl: string | undefined;
  /** Signatures that are accepted. */
  readonly algorithms: readonly string[];
  /** Claim that holds roles: a name, or a path with dots. */
  readonly roleClaim: string;
  /** The provider's words for roles → ours. */
  readonly roleMap: Readonly<Record<string, string>>;
  /** The role of someone signed in for whom the provider names none. */
  readonly defaultRole: "PUBLIC" | "STAFF";
  readonly departmentClaim: string | undefined;
  /** The provider's words for departments → their keys; absent = it uses the keys. */
  readonly departmentMap: Readonly<Record<string, string>> | undefined;
}

/** What the program was told from outside, checked once. */
export interface Environment {
  readonly nodeEnv: "development" | "production" | "test";
  /** Address to listen on. */
  readonly host: string;
  /** TCP port to listen on; 0 takes a free one. */
  readonly port: number;
  /** A PostgreSQL server of one's own; absent = the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The login that owns the tables and migrates them; absent = the one in `databaseUrl`. */
  readonly databaseOwnerUrl: string | undefined;
  /** Connections that this process holds at most. */
  readonly poolSize: number;
  /** Folder of the embedded database, relative to the working directory. */
  readonly dataDirectory: string;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** Milliseconds from which on a GraphQL request counts as slow and is told in the log. */
  readonly slow: number;
  readonly metrics: MetricsAccess;
  /** Whether a start brings the database up to date; false makes an outdated one an error. */
  readonly migrate: boolean;
  /** What one request may ask for: sizes of its document, its estimated cost, and the milliseconds after which the database ends a statement. */
  readonly limits: {
    readonly depth: number;
    readonly fields: number;
    readonly aliases: number;
    readonly tokens: number;
    readonly cost: number;
    readonly statementTimeout: number;
  };
  /** Whether answers are kept and sent again while the data has not changed. */
  readonly cache: boolean;
  /** Who may come from where, and how often. */
  readonly door: DoorSettings;
  /** Folder of data to load into an empty database; empty = load nothing. */
  readonly seeds: string;
  /** Which documents are answered, and who is told what of the schema. */
  readonly documents: DocumentsEnvironment;
  /** Absent = nobody can sign in; only the public and service tokens are known. */
  readonly oidc: OidcEnvironment | undefined;
}

/** The environment of this process; variables that are set win over those in the file `.env`. Throws EnvironmentError. */
export function environmentOfProcess(): Environment {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readEnvironment(process.env);
}

/** Reads and checks the environment; throws one EnvironmentError that lists all problems. An empty variable counts as absent, except SEEDS. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => value !== "" || name === "SEEDS"));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new EnvironmentError(parsed.error.issues.map((issue) => `${issue.path[0]?.toString()}: ${issue.message}`));
  const read = parsed.data;
  const problems = problemsTogether(read);
  if (problems.length > 0) throw new EnvironmentError(problems);
  return {
    nodeEnv: read.NODE_ENV,
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    databaseOwnerUrl: read.DATABASE_OWNER_URL,
    poolSize: read.DATABASE_POOL_SIZE,
    dataDirectory: read.DATA_DIRECTORY,
    logLevel: read.LOG_LEVEL,
    slow: read.LOG_SLOW_MS,
    metrics: metricsAccess(read),
    migrate: read.MIGRATE_ON_START,
    limits: {
      depth: read.LIMIT_DEPTH,
      fields: read.LIMIT_FIELDS,
      aliases: read.LIMIT_ALIASES,
      tokens: read.LIMIT_TOKENS,
      cost: read.LIMIT_COST,
      statementTimeout: read.STATEMENT_TIMEOUT_MS,
    },
    cache: read.CACHE === "on",
    door: doorSettingsOf(read),
    seeds: read.SEEDS,
    documents: documentSettingsOf(read),
    oidc: oidcOf(read),
  };
}

type Read = z.infer<typeof variables>;

/** What is wrong only with several variables taken together. */
function problemsTogether(read: Read): string[] {
  const problems: string[] = [];
  if (read.DATABASE_OWNER_URL !== undefined && read.DATABASE_URL === undefined)
    problems.push(
      "DATABASE_OWNER_URL: expected together with DATABASE_URL; without it, the database that comes along is used",
    );
  if (read.METRICS === "token" && read.METRICS_TOKEN === undefined)
    problems.push("METRICS_TOKEN: expected a token of 16 letters or more, because METRICS is token");
  if (read.OIDC_ISSUER !== undefined && read.OIDC_AUDIENCE === undefined)
    problems.push(
      "OIDC_AUDIENCE: expected this API's name at OIDC_ISSUER; without it, tokens for other programs would open it",
    );
  // AD FS names itself by an http address that nobody ever asks; what matters is where the keys come from.
  const name = read.OIDC_JWKS_URL === undefined ? "OIDC_ISSUER" : "OIDC_JWKS_URL";
  if (
    read.NODE_ENV === "production" &&
    /^http:\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))/.test(read[name] ?? "")
  )
    problems.push(`${name}: expected https in production; keys that come by http may be anybody's`);
  return problems;
}

function oidcOf(read: Read): OidcEnvironment | undefined {
  if (read.OIDC_ISSUER === undefined || read.OIDC_AUDIENCE === undefined) return undefined;
  return {
    issuer: read.OIDC_ISSUER,
    audience: read.OIDC_AUDIENCE,
    jwksUrl: read.OIDC_JWKS_URL,
    algorithms: read.OIDC_ALGORITHMS,
    roleClaim: read.OIDC_ROLE_CLAIM,
    roleMap: read.OIDC_ROLE_MAP ?? {},
    defaultRole: read.OIDC_DEFAULT_ROLE,
    departmentClaim: read.OIDC_DEPARTMENT_CLAIM,
    departmentMap: read.OIDC_DEPARTMENT_MAP,
  };
}
