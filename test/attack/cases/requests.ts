import type { Attack } from "../attack.js";

const HONEST = '{"query":"{ measures { totalCount } }"}';
const MUTATION = 'mutation { revokeServiceToken(id: "0123456789abcdef") { id } }';
const search = (query: string, more = ""): string => `/graphql?query=${encodeURIComponent(query)}${more}`;

const methods: Attack[] = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "SEARCH", "QUERY"].map(
  (method) => ({ name: method, outcome: "refused", method, body: HONEST, status: [400, 405] }),
);

const get = (name: string, path: string, more: Partial<Attack> = {}): Attack => ({
  name,
  outcome: "refused",
  method: "GET",
  path,
  ...more,
});

const gets: Attack[] = [
  get("a mutation by GET", search(MUTATION)),
  get(
    "a mutation by GET beside a query",
    search(`query A { __typename } ${MUTATION.replace("mutation", "mutation B")}`, "&operationName=B"),
  ),
  get("a mutation by GET from a page", search(MUTATION), {
    headers: { origin: "https://evil.example", accept: "text/html" },
  }),
  get("a mutation by GET with a JSON type", search(MUTATION), { headers: { "content-type": "application/json" } }),
  get("a mutation by GET that asks for data", search(MUTATION), { headers: { accept: "application/json" } }),
  get("a subscription by GET", search("subscription { x }")),
  get("no query", "/graphql"),
  get("an empty query", "/graphql?query="),
  get("another parameter", "/graphql?q=%7B__typename%7D"),
  get("two queries", `${search("{ __typename }")}&query=%7Bnope%7D`),
  get("variables that are no JSON", search("query ($n: Int) { measures(first: $n) { totalCount } }", "&variables=%7B")),
  get("variables that are a list", search("query ($n: Int) { measures(first: $n) { totalCount } }", "&variables=[1]")),
  get(
    "NUL in a variable",
    search(
      "query ($k: String) { measure(key: $k) { title } }",
      `&variables=${encodeURIComponent('{"k":"a\\u0000b"}')}`,
    ),
  ),
  get(
    "half a character in a variable",
    search("query ($k: String) { measure(key: $k) { title } }", `&variables=${encodeURIComponent('{"k":"\\ud800"}')}`),
  ),
  get(
    "variables of 1,000 levels",
    search(
      "query ($w: MeasureFilter) { measures(where: $w) { totalCount } }",
      `&variables=${encodeURIComponent(`{"w":${'{"not":'.repeat(1000)}{}${"}".repeat(1000)}}`)}`,
    ),
  ),
  get("an escape that is none", "/graphql?query=%E4%ZZ"),
  get("NUL in the address", "/graphql?query=%00"),
  get("extensions that are no JSON", search("{ __typename }", "&extensions=%7B")),
  get("an address of 20,000 characters", search(`{ __typename } #${"x".repeat(20_000)}`), { status: [414, 431] }),
  get("31 aliases by GET", search(`{ ${Array.from({ length: 31 }, (_, at) => `a${at}:__typename`).join(" ")} }`)),
];

const posts: Attack[] = [
  { name: "a mutation in the address of a POST", outcome: "refused", path: search(MUTATION), body: "{}" },
  { name: "a mutation by nobody", outcome: "refused", body: JSON.stringify({ query: MUTATION }) },
  {
    name: "a new token by nobody",
    outcome: "refused",
    body: JSON.stringify({
      query: 'mutation { createServiceToken(input: { name: "x", mayExport: true, days: 1 }) { secret } }',
    }),
  },
  {
    name: "all tokens by nobody",
    outcome: "refused",
    body: JSON.stringify({ query: "{ serviceTokens { id name } }" }),
  },
];

const PATHS = [
  "/graphql/",
  "/graphql/..",
  "/graphql%2f",
  "//graphql",
  "/GraphQL",
  "/graphql;a=b",
  "/..%2f..%2fetc%2fpasswd",
  "/../../etc/passwd",
  "/assets/../../package.json",
  "/assets/..%2f..%2fpackage.json",
  "/assets/%2e%2e/%2e%2e/.env",
  "/assets/..%5c..%5c.env",
  "/.env",
  "/.git/config",
  "/package.json",
  "/dist/src/main.js",
  "/assets/%00.js",
  "/%E4",
  "/server-status",
  "/debug/pprof",
  "/node_modules/pg/package.json",
  "/__proto__",
  "/playground/../.env",
];

const paths: Attack[] = PATHS.map((path) => get(`the address ${path}`, path, { status: [400, 403, 404] }));

const header = (
  name: string,
  headers: Attack["headers"],
  status: number[],
  outcome: Attack["outcome"] = "refused",
): Attack => ({
  name,
  outcome,
  headers,
  body: HONEST,
  status,
});

const headers: Attack[] = [
  header("a header of 20,000 characters", { "x-long": "x".repeat(20_000) }, [431]),
  header(
    "300 headers of 100 characters",
    Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x-${at}`, "x".repeat(100)])),
    [431],
  ),
  header("a token of 9,000 characters", { authorization: `Bearer ${"A".repeat(9_000)}` }, [401]),
  header("a token that is none", { authorization: "Bearer nope" }, [401]),
  header(
    "a service token that is none",
    { authorization: `Bearer sg_0123456789abcdef_${"a".repeat(43)}` },
    [401],
    "harmless",
  ),
  header("two tokens", { authorization: ["Bearer a", "Bearer b"] }, [401]),
  header("an expectation that nobody fulfils", { expect: "the-impossible" }, [417]),
  header(
    "a forged address",
    { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", forwarded: "for=127.0.0.1" },
    [200],
    "harmless",
  ),
  header("a forged host", { host: "evil.example", "x-forwarded-host": "evil.example" }, [200], "harmless"),
  header(
    "another method in a header",
    { "x-http-method-override": "DELETE", "x-method-override": "PUT" },
    [200],
    "harmless",
  ),
  header("an id with markup", { "x-request-id": "<script>alert(1)</script>" }, [200], "harmless"),
  header("a type that nobody can send", { accept: "image/png" }, [200, 406], "harmless"),
  header("an endless list of types", { accept: "a/b,".repeat(3_000) }, [200, 406], "harmless"),
  header("an answer in parts", { accept: "multipart/mixed" }, [200, 406], "harmless"),
  header("packings without end", { "accept-encoding": "gzip;q=0.5,".repeat(1_000) }, [200], "harmless"),
  header("a tag that is none", { "if-none-match": '"'.repeat(500) }, [200], "harmless"),
  header(
    "a page that asks for a websocket",
    {
      connection: "upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    },
    [200, 400, 426],
    "harmless",
  ),
  header("ranges without end", { range: `bytes=${"0-,".repeat(2_000)}` }, [200], "harmless"),
  header("a foreign origin", { origin: "https://evil.example" }, [200], "harmless"),
];

/** Methods, addresses and headers that nobody honest sends. */
export const REQUESTS: readonly Attack[] = [...methods, ...gets, ...posts, ...paths, ...headers];
