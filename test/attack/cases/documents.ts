import { asking, type Attack, document, times } from "../attack.js";

const nested = (levels: number, open: string, inner: string): string =>
  open.repeat(levels) + inner + " }".repeat(levels);

const bomb = (fragments: number, fan: number): string =>
  `{ measures { nodes { ...F0 } } } ${times(
    fragments,
    (at) => `fragment F${at} on Measure { ${at + 1 < fragments ? times(fan, () => `...F${at + 1}`) : "title"} }`,
  )}`;

const batching: Attack[] = [
  asking("a batch", [{ query: "{ __typename }" }, { query: "{ __typename }" }]),
  asking(
    "a batch of 100",
    Array.from({ length: 100 }, () => ({ query: "{ measures { totalCount } }" })),
  ),
  asking("an empty batch", []),
  asking("a batch of one", [{ query: "{ measures { totalCount } }" }]),
];

const floods: Attack[] = [
  document("31 aliases", `{ ${times(31, (at) => `a${at}: __typename`)} }`),
  document("1,000 aliases of one list", `{ ${times(1000, (at) => `a${at}: measures { totalCount }`)} }`),
  document("aliases inside nodes", `{ measures { nodes { ${times(40, (at) => `a${at}: title`)} } } }`),
  document("aliases in fragments", `{ ...F ...F } fragment F on Query { ${times(16, (at) => `a${at}: __typename`)} }`),
  document("21 fields on top", `{ ${times(21, () => "__typename")} }`),
  document("10,000 repeated fields", `{ ${times(10_000, () => "__typename")} }`),
  document("450 fields in nodes", `{ measures { nodes { ${times(450, () => "title")} } } }`),
  document("11 directives on a field", `{ __typename ${times(11, () => "@include(if: true)")} }`),
  document("300 directives on a field", `{ __typename ${times(300, () => "@a")} }`),
  document("directives on an operation", `query Q ${times(11, () => "@a")} { __typename }`),
  document("directives on a spread", `{ ...F ${times(11, () => "@a")} } fragment F on Query { __typename }`),
  document("directives on an inline fragment", `{ ... ${times(11, () => "@a")} { __typename } }`),
  document("directives on a fragment", `{ ...F } fragment F on Query ${times(11, () => "@a")} { __typename }`),
  document(
    "directives on a variable",
    `query ($a: Int ${times(11, () => "@a")}) { measures(first: $a) { totalCount } }`,
  ),
  document("a directive that does not exist", "{ __typename @nope }"),
  document("@skip twice", "{ __typename @skip(if: false) @skip(if: false) }"),
  document("@defer", "{ ... @defer { measures { totalCount } } }"),
  document("@stream", "{ measures { nodes @stream(initialCount: 0) { title } } }"),
  document(
    "6 operations",
    times(6, (at) => `query Q${at} { __typename }`),
  ),
  document(
    "100 operations",
    times(100, (at) => `query Q${at} { __typename }`),
  ),
  document("31 fragments", `{ ...F0 } ${times(31, (at) => `fragment F${at} on Query { __typename }`)}`),
  document("300 variables", `query (${times(300, (at) => `$v${at}: Int`)}) { __typename }`),
  document("the same operation twice", "query A { __typename } query A { __typename }"),
];

const depths: Attack[] = [
  document("40 levels", `{ measures { nodes { ${nested(38, "parent { ", "title")} } } }`),
  document("300 levels", nested(300, "{ a ", "")),
  document("490 levels of inline fragments", nested(490, "{ ... ", "__typename")),
  document(
    "levels hidden in fragments",
    `{ measures { nodes { ...A } } } ${times(25, (at) => `fragment ${chr(at)} on Measure { parent { ${at < 24 ? `...${chr(at + 1)}` : "title"} } }`)}`,
  ),
  document("a list literal of 300 levels", `{ measures(where: ${"[".repeat(300)}${"]".repeat(300)}) { totalCount } }`),
  document(
    "a list literal of 10,000 levels",
    `{ measures(where: ${"[".repeat(10_000)}${"]".repeat(10_000)}) { totalCount } }`,
  ),
  document("a list type of 300 levels", `query ($v: ${"[".repeat(300)}Int${"]".repeat(300)}) { __typename }`),
  document("a filter of 11 levels", `{ measures(where: ${"{ not: ".repeat(11)}{}${" }".repeat(11)}) { totalCount } }`),
  document(
    "a filter of 11 links",
    `{ measures(where: ${"{ parent: ".repeat(11)}{}${" }".repeat(11)}) { totalCount } }`,
  ),
  document(
    "a filter with 501 entries",
    `{ measures(where: { title: { in: [${times(501, () => '"a"', ",")}] } }) { totalCount } }`,
  ),
];

function chr(at: number): string {
  return String.fromCharCode(65 + at);
}

const fragments: Attack[] = [
  document("a fragment inside itself", "{ measures { nodes { ...A } } } fragment A on Measure { ...A }"),
  document(
    "a fragment inside itself, deeper",
    "{ measures { nodes { ...A } } } fragment A on Measure { parent { ...A } }",
  ),
  document("fragments inside each other", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
  document(
    "a ring of 20 fragments",
    `{ ...F0 } ${times(20, (at) => `fragment F${at} on Query { ...F${(at + 1) % 20} }`)}`,
  ),
  document("a bomb of 2 to the 12", bomb(13, 2)),
  document("a bomb of 2 to the 29", bomb(30, 2)),
  document("a bomb of 10 to the 20", bomb(21, 10)),
  document("a fragment that is not there", "{ ...Nowhere }"),
  document("a fragment that nobody uses", "{ __typename } fragment F on Query { __typename }"),
  document(
    "a fragment twice",
    "{ ...F } fragment F on Query { __typename } fragment F on Query { measures { totalCount } }",
  ),
  document("a fragment on a type that is not there", "{ ... on Nowhere { __typename } }"),
  document("a fragment on an input", "{ ... on MeasureFilter { title } }"),
];

const overlapping: Attack[] = [
  document(
    "fields that differ by arguments",
    "{ measures(first: 1) { totalCount } measures(first: 2) { totalCount } }",
  ),
  document("300 overlapping lists", `{ ${times(100, (at) => `measures(first: ${at}) { nodes { title } }`)} }`),
  document(
    "overlapping fields in nested fragments",
    `{ ${times(15, () => "measures { ...A ...B }")} } fragment A on MeasureConnection { nodes { ...C ...D } } fragment B on MeasureConnection { nodes { ...D ...C } } fragment C on Measure { parent { ...E ...F } } fragment D on Measure { parent { ...F ...E } } fragment E on Measure { x: title } fragment F on Measure { x: key }`,
  ),
  document("aliases that stand for two things", "{ a: measures { totalCount } a: themes { totalCount } }"),
  document(
    "levels of overlapping aliases",
    nested(15, "{ a: measures { nodes { parent ", "{ title } b: measures { totalCount }"),
  ),
];

const introspection: Attack[] = [
  document(
    "introspection over 26 levels",
    `{ __schema { types { ${nested(26, "fields { type { ", "name").replaceAll(" }", " } }").slice(0, -2)} } }`,
  ),
  document(
    "introspection in a ring",
    `{ __type(name: "Measure") { ${"fields { type { ".repeat(14)} name ${"} } ".repeat(14)} } }`,
  ),
  document("21 times the schema", `{ ${times(21, () => "__schema { types { name } }")} }`),
  document("31 times the schema under other names", `{ ${times(31, (at) => `a${at}: __schema { types { name } }`)} }`),
  document("__type without a name", "{ __type { name } }"),
  document("__type of a list", '{ __type(name: ["Measure"]) { name } }'),
  document("what is hidden in __schema", "{ __schema { database tables } }"),
];

const texts: Attack[] = [
  document("nothing", ""),
  document("blanks", " \n\t,,, "),
  document("a comment", "# { measures { totalCount } }"),
  document("NUL in the document", "{ __typename\0 }"),
  document("half a character in a literal", '{ measure(key: "\\ud800") { title } }'),
  document("half a character in the document", '{ measure(key: "\ud800") { title } }'),
  document("a character beyond all characters", '{ measure(key: "\\u{110000}") { title } }'),
  document("an escape that is none", '{ measure(key: "\\x41") { title } }'),
  document("a text that does not end", '{ measure(key: "abc'),
  document("a block text that does not end", '{ measure(key: """abc'),
  document("letters that only look alike", "{ mеasures { totalCount } }"),
  document("a name right to left", "{ \u202emeasures { totalCount } }"),
  document("no-break blanks", "{\u00a0measures { totalCount } }"),
  document("a definition of a type", "type Query { secret: String }"),
  document("an extension of a type", "extend type Query { secret: String } { secret }"),
  document("a schema", "schema { query: Measure }"),
  document("a subscription", "subscription { measures { totalCount } }"),
  document("brackets only", "{".repeat(900)),
  document("10,000 brackets", "{".repeat(10_000)),
  document("1,001 tokens", `{ ${times(999, () => "a")} }`),
  document("100,000 commas and a field that is not there", `{ nope ${",".repeat(100_000)} }`),
  document("a comment of 190,000 characters", `{ __typename } # ${"x".repeat(190_000)}`, "harmless"),
  document("190,000 line breaks", `{ __typename ${"\n".repeat(90_000)} }`, "harmless"),
  document("a name of 100,000 letters", `{ ${"a".repeat(100_000)} }`),
  document("a number of 100,000 digits", `{ measures(first: ${"9".repeat(100_000)}) { totalCount } }`),
  document("a key of 100,000 characters", `{ measure(key: "${"k".repeat(100_000)}") { title } }`, "harmless"),
  document("a mark before the text", "\ufeff{ __typename }", "harmless"),
];

/** Documents that are too large, too deep, go in circles, or are none. */
export const DOCUMENTS: readonly Attack[] = [
  ...batching,
  ...floods,
  ...depths,
  ...fragments,
  ...overlapping,
  ...introspection,
  ...texts,
];
