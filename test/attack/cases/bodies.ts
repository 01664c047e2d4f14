import { Buffer } from "node:buffer";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { asking, type Attack, type Outcome, times } from "../attack.js";

const HONEST = '{"query":"{ measures { totalCount } }"}';
const WHERE = "query ($where: MeasureFilter) { measures(where: $where) { totalCount } }";

const body = (name: string, bytes: string | Uint8Array, status: number[], type?: string): Attack => ({
  name,
  outcome: "refused",
  body: bytes,
  status,
  headers: type === undefined ? {} : { "content-type": type },
});

const packed = (encoding: string, bytes: Uint8Array | string): Attack => ({
  name: `a body in ${encoding}`,
  outcome: "refused",
  body: bytes,
  status: [415],
  headers: { "content-encoding": encoding },
});

const packing: Attack[] = [
  packed("gzip", gzipSync(HONEST)),
  packed("deflate", deflateSync(HONEST)),
  packed("br", brotliCompressSync(HONEST)),
  packed("gzip, gzip", gzipSync(gzipSync(HONEST))),
  packed("x-gzip", gzipSync(HONEST)),
  packed("GZIP", gzipSync(HONEST)),
  packed("zstd", HONEST),
  packed("compress", HONEST),
  packed("nonsense", HONEST),
  { ...packed("gzip", gzipSync(Buffer.alloc(50_000_000, 32))), name: "a bomb in gzip" },
];

const TYPES = [
  "",
  "text/plain",
  "text/plain; charset=utf-8",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/graphql",
  "application/xml",
  "text/html",
  "application/octet-stream",
  "application/jsonx",
  "application/json-patch+json",
  "application/vnd.api+json",
  "application/json, text/plain",
  "application/json; charset=utf-16",
  "application/json; charset=utf-16le",
  "application/json; charset=utf-32",
  "application/json; charset=latin1",
  "application/json; charset=iso-8859-1",
  "application/json; charset=windows-1252",
  "application/json; charset=utf-7",
  "application/json; charset=us-ascii",
  "application/json; charset=nonsense",
  'application/json; charset="utf-8',
  "application/json; charset=utf-8; charset=utf-16",
  "application/json; boundary=x",
  "*/*",
];

const types: Attack[] = TYPES.map((type) => body(`the media type "${type}"`, HONEST, [415], type));

const utf16 = Buffer.from(HONEST, "utf16le");
const bytes: Attack[] = [
  body("bytes that are no UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), [400, 415]),
  body("an overlong slash", Buffer.from([0x22, 0xc0, 0xaf, 0x22]), [400, 415]),
  body("half a character in CESU", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), [400, 415]),
  body("a character that breaks off", Buffer.from([...Buffer.from('{"query":"'), 0xe2, 0x82]), [400, 415]),
  body("UTF-16 without a word", utf16, [400, 415]),
  body("UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), [400, 415]),
  body("NUL bytes", Buffer.alloc(1_000), [400]),
];

const JSONS: Record<string, string> = {
  "half an object": '{"query":"{ measures',
  "two objects": HONEST + HONEST,
  "a trailing comma": '{"query":"{ __typename }",}',
  "single quotes": "{'query':'{ __typename }'}",
  "a comment": `/* */${HONEST}`,
  "a prefix": `)]}',\n${HONEST}`,
  NaN: '{"query":"{ __typename }","variables":{"a":NaN}}',
  "a raw line break": '{"query":"{\n__typename }"}',
  "100,000 brackets": "[".repeat(100_000),
  "100,000 braces": '{"a":'.repeat(39_000),
};

const broken: Attack[] = [
  ...Object.entries(JSONS).map(([name, text]) => body(`${name} instead of JSON`, text, [400])),
  ...["null", "true", "1", '"{ __typename }"', "[]", "{}", "[[[[]]]]", '""'].map((text) =>
    body(`${text} as a body`, text, [400]),
  ),
  { ...body("an empty body", "", [400]), body: "" },
];

const QUERIES: unknown[] = [null, 1, true, {}, [], ["{ __typename }"], { toString: "x" }];
const PARTS: Record<string, unknown[]> = {
  variables: [[], [1], "a", 1, true, '{"a":1}'],
  operationName: [1, {}, [], true, "Nowhere", "__proto__"],
  extensions: [1, "a", true, []],
};

const wrongParts: Attack[] = [
  ...QUERIES.map((query) => asking(`query: ${JSON.stringify(query)}`, { query })),
  ...Object.entries(PARTS).flatMap(([part, values]) =>
    values.map((value) =>
      asking(`${part}: ${JSON.stringify(value)}`, { query: "query A { measures { totalCount } }", [part]: value }),
    ),
  ),
  asking("a hash of another text", { query: "{ __typename }", extensions: persisted("0".repeat(64)) }),
  asking("a hash that is none", { extensions: persisted("../../etc/passwd") }),
  asking("a hash of another version", { extensions: { persistedQuery: { version: 99, sha256Hash: "0".repeat(64) } } }),
  asking("a hash that is not known", { extensions: persisted("0".repeat(64)) }),
];

function persisted(sha256Hash: string): object {
  return { persistedQuery: { version: 1, sha256Hash } };
}

const deep = (levels: number): string =>
  `{"query":"${WHERE}","variables":{"where":${'{"not":'.repeat(levels)}{}${"}".repeat(levels)}}}`;
const raw = (name: string, variables: string, outcome: Outcome = "refused"): Attack =>
  asking(name, `{"query":"${WHERE}","variables":${variables}}`, outcome);

const nesting: Attack[] = [
  asking("variables of 30 levels", deep(30)),
  asking("variables of 5,000 levels", deep(5_000)),
  asking("variables of 20,000 levels", deep(20_000)),
  asking("a variable with 60,000 lists", {
    query: WHERE,
    variables: { where: Array.from({ length: 60_000 }, () => []) },
  }),
  asking("a variable with 20,000 wrong entries", {
    query: "query ($n: [String!]) { measures(where: { title: { in: $n } }) { totalCount } }",
    variables: { n: Array.from({ length: 20_000 }, () => 1) },
  }),
  asking("an object with 10,000 wrong names", {
    query: WHERE,
    variables: { where: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}`, 1])) },
  }),
  asking(
    "10,000 variables that nobody asked for",
    {
      query: "{ __typename }",
      variables: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`v${at}`, at])),
    },
    "harmless",
  ),
  raw("__proto__ in a filter", '{"where":{"__proto__":{"title":{"eq":"a"}}}}'),
  raw("constructor in a filter", '{"where":{"constructor":{"prototype":{"isAdmin":true}}}}'),
  raw("prototype in a filter", '{"where":{"prototype":{}}}'),
  raw("toString in a filter", '{"where":{"toString":1}}'),
  raw("hasOwnProperty in a filter", '{"where":{"hasOwnProperty":1}}'),
  raw("__proto__ among the variables", '{"__proto__":{"where":{"title":{"eq":"a"}}}}', "harmless"),
  asking("__proto__ beside the query", `{"query":"{ __typename }","__proto__":{"isAdmin":true}}`, "harmless"),
  asking(
    "constructor beside the query",
    '{"query":"{ __typename }","constructor":{"prototype":{"isAdmin":true}}}',
    "harmless",
  ),
  asking("two queries under one name", '{"query":"{ nope }","query":"{ __typename }"}', "harmless"),
  asking("a query that hides a worse one", '{"query":"{ __typename }","query":"{ nope }"}'),
  asking("variables twice", `{"query":"${WHERE}","variables":{"where":{}},"variables":{"where":{"nope":1}}}`),
];

const large: Attack[] = [
  body("200,001 bytes", `{"query":"{ __typename } #${"x".repeat(200_001)}"}`, [413]),
  body("5 MB", `{"query":"{ __typename } #${"x".repeat(5_000_000)}"}`, [413, 0]),
  body("200,001 blanks", " ".repeat(200_001), [413]),
  {
    ...body(
      "200,001 bytes in pieces",
      times(200_001, () => "x", ""),
      [413, 0],
    ),
    headers: { "transfer-encoding": "chunked" },
  },
];

/** Bodies that are too large, packed, in another alphabet, or no request. */
export const BODIES: readonly Attack[] = [
  ...packing,
  ...types,
  ...bytes,
  ...broken,
  ...wrongParts,
  ...nesting,
  ...large,
];
