import { type GraphQLSchema, isEnumType } from "graphql";
import { asking, type Attack } from "../attack.js";
import { type Place, placesOf } from "./places.js";

/** What no type takes. JSON.stringify keeps half a character as an escape. */
const NOWHERE: unknown[] = [{ a: 1 }, { toString: "a" }, [[["a"]]], [{}], "a\0b", "\ud800", "\udc00x"];

const NUMBERS = [1.5, 1e300, -1e300, 2 ** 53];

/** What each scalar does not take, beyond that. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1.5, 2_147_483_648, -2_147_483_649, 1e300, "1", "", "x", true, "١"],
  String: [1, 1.5, true, false],
  ID: [
    1.5,
    true,
    "",
    " ",
    "1",
    "x",
    "measure_",
    "measure_x",
    "measure_0",
    "_",
    "../..",
    "' OR ''='",
    "%",
    "measure_01990000-0000-7000-8000-00000000000",
    "measure_01990000-0000-7000-8000-0000000000000",
    "measure_ZZZZZZZZ-0000-7000-8000-000000000000",
    "nowhere_01990000-0000-7000-8000-000000000000",
    "x".repeat(100_000),
  ],
  Boolean: ["true", "false", 0, 1, "", "yes"],
  Float: ["1", "", true, "NaN"],
  PartialDate: [
    2019,
    true,
    "",
    " 2019",
    "2019 ",
    "19",
    "0000",
    "999",
    "10000",
    "-2019",
    "2019-1",
    "2019-00",
    "2019-13",
    "2019-02-29",
    "2019-02-30",
    "2019-06-31",
    "2019-01-00",
    "2019-01-32",
    "2019-01-1",
    "2019/01/01",
    "01.01.2019",
    "2019-01-01T00:00:00Z",
    "infinity",
    "now",
    "epoch",
    "today",
    "٢٠١٩",
    "2019-W01",
    "2019-001",
    "2019\n",
    "2019-01-01\n",
  ],
  Date: [2019, "", "2019", "2019-13-01", "2019-02-29", "10000-01-01", "infinity", "now", "today"],
  DateTime: [
    0,
    1.5,
    true,
    "",
    "2019",
    "2019-01-01",
    "2019-01-01T00:00:00",
    "2019-02-29T00:00:00Z",
    "2019-01-01T25:00:00Z",
    "2019-01-01T00:60:00Z",
    "2019-01-01T00:00:00+99:00",
    "294277-01-01T00:00:00Z",
    "-4714-01-01T00:00:00Z",
    "now",
    "today",
    "infinity",
    "-infinity",
    "epoch",
    "2019-01-01T00:00:00Z; DROP",
    "2019-01-01 00:00:00+00",
  ],
  Decimal: [
    ...NUMBERS.slice(1, 3),
    true,
    "",
    " ",
    " 1",
    "1 ",
    "1,5",
    "1.",
    ".5",
    "1e5",
    "0x10",
    "NaN",
    "Infinity",
    "-Infinity",
    "--1",
    "+1",
    "1_000",
    "٣",
    "1".repeat(17),
    `0.${"1".repeat(9)}`,
    "1".repeat(100_000),
  ],
  EmailAddress: [1, "", "a", "a@", "@a", "a b@c.de", "a@b\n.de"],
  URL: [1, "", "a", "javascript:alert(1)", "file:///etc/passwd", "http://", "//a"],
  Time: [1, "", "9:00", "24:30", "25:00", "12:60", "noon"],
};

const ENUM = ["", "NOWHERE", "nope", "__proto__", "constructor", "toString", 0, 1, true, "\u00a0"];

/** Texts take most of what other types refuse. */
const TEXT = new Set(["String"]);

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length <= 50 ? text : `${text.slice(0, 40)}… (${text.length})`;
};

function attacksAt(place: Place): Attack[] {
  const { type, name, query, holding } = place;
  const wrong = isEnumType(type) ? ENUM : (WRONG[type.name] ?? []);
  const values = isEnumType(type) ? [...wrong, ...NOWHERE.slice(0, 1)] : [...NOWHERE, ...wrong];
  return values.map((value) =>
    asking(`${type.name} ${name}: ${shown(value)}`, { query, variables: { v: holding(value) } }),
  );
}

/** Wrong values of every scalar and every enum that a query takes. */
export const wrongValues = (schema: GraphQLSchema): Attack[] => placesOf(schema).flatMap(attacksAt);

/** Types that a query takes and for which no wrong values are known here. */
export const typesWithout = (schema: GraphQLSchema): string[] =>
  placesOf(schema)
    .map(({ type }) => type)
    .filter((type) => !isEnumType(type) && !TEXT.has(type.name) && !WRONG[type.name])
    .map(({ name }) => name);

const LITERALS: Readonly<Record<string, readonly string[]>> = {
  "measures(first: §) { totalCount }": [
    '"1"',
    "1.5",
    "true",
    "A",
    "{}",
    "[[1]]",
    "2147483648",
    "1e300",
    "9".repeat(500),
    "$x",
  ],
  "measure(key: §) { title }": ["1", "true", "A", "{}", '[["a"]]', '"a\\u0000b"', '"\\udc00"', "$x"],
  "node(id: §) { id }": ["1.5", "true", "A", "{}", '"x"', '"measure_x"', "null", '""'],
  "nodes(ids: §) { id }": ["[null]", "null", '["x"]', "[[]]", "{}"],
  "measures(where: { startsOn: { eq: § } }) { totalCount }": ["2019", '"2019-13"', "true", "A", "{}", "null"],
  "measures(where: { costEur: { gt: § } }) { totalCount }": ['"NaN"', '"1e5"', "true", "A", "{}", "1".repeat(400)],
  "measures(where: { title: { contains: § } }) { totalCount }": ["1", "A", "{}", '"\\u0000"', "null"],
  "measures(where: { title: { matches: § } }) { totalCount }": ["1", "A", '"\\u0000"', "null"],
  "measures(orderBy: §) { totalCount }": [
    '"TITLE"',
    "TITLE",
    "{ field: NOPE }",
    "{}",
    "{ field: TITLE, direction: UP }",
    "[{ field: TITLE, nulls: 1 }]",
  ],
  "search(text: §) { totalCount }": ["1", "null", '"a\\u0000"', "{}"],
};

/** The same in the document itself. */
export const WRONG_LITERALS: readonly Attack[] = Object.entries(LITERALS).flatMap(([field, values]) =>
  values.map((value) => asking(`${field}: ${value.slice(0, 40)}`, { query: `{ ${field.replace("§", value)} }` })),
);

const b64 = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const UUID = "01990000-0000-7000-8000-000000000000";
const CURSORS: unknown[] = [
  "",
  " ",
  "a",
  "%%%",
  "====",
  "null",
  b64("null"),
  b64("{}"),
  b64("[]"),
  b64("[[]]"),
  b64([""]),
  b64(["", UUID]),
  b64(["ID ASC LAST", UUID]),
  b64(["", "'; --"]),
  b64(["", null]),
  b64(["", UUID, UUID]),
  b64({ __proto__: 1, length: 2 }),
  b64(["TITLE ASC LAST", "\0", UUID]),
  b64(["TITLE ASC LAST", 1, UUID]),
  b64("[".repeat(5_000)),
  `${b64(["", UUID])}=`,
  b64(["", UUID]) + "\n",
  "a".repeat(100_001),
  "ä",
  "\ud83d\ude00",
];

/** Cursors that this server has not made. */
export const WRONG_CURSORS: readonly Attack[] = CURSORS.flatMap((cursor) =>
  ["after", "before"].map((way) =>
    asking(`${way}: ${shown(cursor)}`, {
      query: `query ($c: String) { measures(${way}: $c, ${way === "after" ? "first" : "last"}: 2, orderBy: [{ field: TITLE }]) { nodes { title } } }`,
      variables: { c: cursor },
    }),
  ),
);
