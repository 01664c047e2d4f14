import { hostname } from "node:os";
import { within } from "./within.js";
import type { Attack } from "./attack.js";
import type { Answered } from "./target.js";

const CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "LIMIT_EXCEEDED",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** What no answer may hold: SQL and PostgreSQL's own words, stacks and paths, secrets, guesses. */
const LEAKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["SQL", /\b(?:SELECT|INSERT|UPDATE|DELETE)\b.*\b(?:FROM|INTO|SET)\b|json_build|jsonb?_agg|LATERAL|pg_catalog/],
  [
    "PostgreSQL",
    /invalid (?:byte|input syntax)|syntax error at|SQLSTATE|\b22021\b|out of range for type|postgres(?:ql)?:\/\//i,
  ],
  ["a stack", /\bat (?:async )?[\w.<>]+ \(|stacktrace|\.[jt]s:\d+|node:internal/],
  ["a path", /node_modules|\/dist\/|\/src\/|file:\/\/\/(?!etc\/passwd)/],
  ["a guess", /Did you mean/],
  ["the machine", new RegExp(`\\b${hostname().replaceAll(/[^\w]/g, ".")}\\b`)],
];

/** Rows of one list that an answer may hold. */
const MOST_ROWS = 500;

/** Milliseconds that the slowest answer may take. */
const SLOWEST = 500;

/** Everything that is wrong with an answer; nothing when the attack has come to nothing. */
export function wrongWith(attack: Attack, answer: Answered): string[] {
  const wrong = leaksIn(answer.text);
  if (answer.took > within(SLOWEST)) wrong.push(`took ${Math.round(answer.took)} ms`);
  if (answer.status >= 500 || (answer.status === 0 && !attack.status?.includes(0)))
    wrong.push(`status ${answer.status}`);
  // What Node refuses by itself is no page, and has no headers of ours.
  if (answer.headers["x-request-id"] !== undefined && answer.headers["x-content-type-options"] !== "nosniff")
    wrong.push("a browser may guess what it is");
  if (attack.status && !attack.status.includes(answer.status)) wrong.push(`status ${answer.status}`);
  return [...wrong, ...(attack.outcome === "refused" ? notRefused(answer) : notHarmless(answer))];
}

/** Names of what leaks out of a text. */
export const leaksIn = (text: string): string[] =>
  LEAKS.filter(([, pattern]) => pattern.test(text)).map(([name]) => `leaks ${name}`);

function notRefused({ status, text, statements }: Answered): string[] {
  const wrong = statements.map((statement) => `ran ${statement.slice(0, 60)}`);
  const { data, errors } = read(text);
  if (holdsSomething(data)) wrong.push(`answered ${text.slice(0, 60)}`);
  if (status < 400 && !errors) wrong.push("not refused");
  return [...wrong, ...wrongCodes(errors)];
}

function notHarmless({ text }: Answered): string[] {
  const { data, errors } = read(text);
  const rows = longestIn(data);
  return [...(rows > MOST_ROWS ? [`${rows} rows`] : []), ...wrongCodes(errors)];
}

interface Read {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly message?: object } }[];
}

/** What is not JSON holds nothing; what it says otherwise is looked at as text. */
function read(text: string): Read {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? answer : {};
  } catch {
    return {};
  }
}

function wrongCodes(errors: Read["errors"] = []): string[] {
  const codes = errors.filter(({ extensions }) => !CODES.has(extensions?.code ?? ""));
  const silent = errors.filter(({ extensions }) => Object.keys(extensions?.message ?? {}).join() !== "en,de");
  return [
    ...codes.map(({ extensions }) => `code ${String(extensions?.code)}`),
    ...silent.map(() => "no sentence in both languages"),
  ];
}

function holdsSomething(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return data !== undefined && data !== null;
  return Object.values(data).some(holdsSomething);
}

function longestIn(data: unknown): number {
  if (typeof data !== "object" || data === null) return 0;
  const own = Array.isArray(data) ? data.length : 0;
  return Math.max(own, ...Object.values(data).map(longestIn));
}
