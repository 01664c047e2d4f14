import type { Answer, Question } from "./question.js";

const read = ({ search }: Answer): unknown => search.hits;

/** Words in the plural, without their umlauts and inside longer words: the twenty best measures with the passages found. */
export const search: Question = {
  name: "search",
  title: "search across measures, ranked, with passages",
  variables: ["Spielplätze", "Buergerhaus", "Löwenweg", "Warmeversorgung", "Radwege"].map((text) => ({ text })),
  needs: ["Query.search"],
  connections: 8,
  asked: {
    ours: {
      query: `query Search($text: String!) { search(text: $text, kinds: [MEASURE], first: 20) {
        hits { node { ... on Measure { key title } } snippet } } }`,
      read,
    },
    limit: { query: "search", read },
  },
};
