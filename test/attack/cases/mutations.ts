import { asking, type Attack } from "../attack.js";

/** The header by which the target takes someone for an administrator. */
export const ADMINISTRATOR = "administrator";

const CREATE = "mutation ($input: ServiceTokenInput!) { createServiceToken(input: $input) { secret } }";
const REVOKE = "mutation ($id: ID!) { revokeServiceToken(id: $id) { id } }";
const ERASE = "mutation ($id: ID!, $reason: String!) { erasePerson(id: $id, reason: $reason) { __typename } }";
const NOBODY = "person_01990000-0000-7000-8000-000000000000";

const FINE = { name: "Power BI", days: 90 };

const INPUTS: unknown[] = [
  null,
  {},
  [],
  "x",
  { days: 1 },
  { name: "x" },
  ...[null, "", " ", 1, true, {}, [], "a\0b", "\ud800", "x".repeat(101), "x".repeat(100_000)].map((name) => ({
    ...FINE,
    name,
  })),
  ...[null, 0, -1, 367, 1e9, 2 ** 31, 1e300, 1.5, "1", true, {}, []].map((days) => ({ ...FINE, days })),
  ...["Nowhere", "__proto__", "constructor", "measure", "", "a\0b", 1, null, {}, ["Measure"]].map((kind) => ({
    ...FINE,
    kinds: [kind],
  })),
  { ...FINE, kinds: [] },
  { ...FINE, kinds: Array.from({ length: 10_000 }, () => "Nowhere") },
  ...["true", 1, {}, []].map((mayExport) => ({ ...FINE, mayExport })),
  { ...FINE, createdBy: "mayor@stadt.example" },
  { ...FINE, id: "0123456789abcdef" },
  { ...FINE, hash: "x" },
  { ...FINE, __typename: "ServiceToken" },
];

const IDS: unknown[] = [
  null,
  true,
  1.5,
  {},
  [["x"]],
  "a\0b",
  "\udc00",
  "",
  "x",
  "' OR ''='",
  "%",
  "x".repeat(100_000),
  "../..",
  "0123456789ABCDEF",
  "0123456789abcdefg",
];

const REASONS: unknown[] = [
  null,
  "",
  " ",
  1,
  true,
  {},
  [],
  "a\0b",
  "\ud800",
  "x".repeat(501),
  "x".repeat(100_000),
  "'; --",
];

const SEVERAL = [
  `mutation { ${Array.from({ length: 21 }, (_, at) => `a${at}: revokeServiceToken(id: "x") { id }`).join(" ")} }`,
  `mutation { createServiceToken(input: { name: "a", days: 1 }) { secret } nope }`,
  `mutation A { createServiceToken(input: { name: "a", days: 1 }) { secret } } mutation B { __typename }`,
  `mutation { createServiceToken(input: { name: "a", days: 1, days: 2 }) { secret } }`,
  `mutation { createServiceToken(input: { name: "a", days: 1 }, input: { name: "b", days: 1 }) { secret } }`,
  `mutation { createServiceToken(input: { name: "a", days: 1 }) }`,
  `mutation { createServiceToken(input: { name: "a", days: 1 }) { secret { hash } } }`,
];

const shown = (value: unknown): string => (JSON.stringify(value) || "").slice(0, 60);

const byAdministrator = (attack: Attack): Attack => ({ ...attack, headers: { authorization: ADMINISTRATOR } });

/** Wrong values in mutations, by someone who may call them. */
export const MUTATIONS: readonly Attack[] = [
  ...INPUTS.map((input) => asking(`input: ${shown(input)}`, { query: CREATE, variables: { input } })),
  ...IDS.map((id) => asking(`id: ${shown(id)}`, { query: REVOKE, variables: { id } }, "harmless")),
  ...IDS.map((id) =>
    asking(`erase ${shown(id)}`, { query: ERASE, variables: { id, reason: "asked for" } }, "harmless"),
  ),
  ...REASONS.map((reason) =>
    asking(`because ${shown(reason)}`, { query: ERASE, variables: { id: NOBODY, reason } }, "harmless"),
  ),
  ...SEVERAL.map((query) => asking(query.slice(0, 60), { query })),
].map(byAdministrator);
