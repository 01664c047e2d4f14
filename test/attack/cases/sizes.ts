import { asking, type Attack } from "../attack.js";

/** Questions with a list at another depth each; § stands for the size. */
const DEPTHS: Readonly<Record<string, string>> = {
  "on top": "{ measures(first: §) { nodes { title } } }",
  "backwards on top": "{ measures(last: §) { nodes { title } } }",
  "in edges": "{ measures(first: §) { edges { node { title } } } }",
  "one level down": "{ themes(first: 2) { nodes { measures(first: §) { nodes { title } } } } }",
  "one level down, backwards": "{ themes(first: 2) { nodes { measures(last: §) { nodes { title } } } } }",
  "two levels down":
    "{ departments(first: 1) { nodes { ledMeasures(first: 1) { nodes { themes(first: §) { nodes { title } } } } } } }",
  "among groups": "{ measures { groups(by: [STATUS], first: §) { count } } }",
  "in a search": '{ search(text: "Gera", first: §) { nodes { label } } }',
};

/** Lists inside others are refused when it is their turn: never, if there is nothing to list them for. */
const INSIDE = /down/;

const SIZES: readonly (readonly [size: string, outcome: Attack["outcome"]])[] = [
  ["null", "harmless"],
  ["0", "harmless"],
  ["-1", "refused"],
  ["-2147483648", "refused"],
  ["501", "harmless"], // groups may be more
  ["1001", "refused"],
  ["1000000000", "refused"],
  ["2147483647", "refused"],
  ["2147483648", "refused"],
  ["1000000000000000000000", "refused"],
];

const typed = (query: string): string => `query ($n: Int) ${query.replace("§", "$n")}`;

/** Lists of odd sizes, at any depth, in the document and in a variable. */
export const SIZES_OF_LISTS: readonly Attack[] = Object.entries(DEPTHS).flatMap(([depth, query]) =>
  SIZES.map(([size, outcome]) => [size, INSIDE.test(depth) ? "harmless" : outcome] as const).flatMap(
    ([size, outcome]) => [
      asking(`a list of ${size} ${depth}`, { query: query.replace("§", size) }, outcome),
      asking(
        `a list of $n = ${size} ${depth}`,
        `{"query":${JSON.stringify(typed(query))},"variables":{"n":${size}}}`,
        outcome,
      ),
    ],
  ),
);
