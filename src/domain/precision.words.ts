import { type WordOf, words } from "../graph/types/words.js";

/** How exact a source gives a number; newspapers write „rund“, „knapp“, „mehr als“. */
export const Precision = words("Precision", "Genauigkeit – wie genau die Quelle eine Zahl nennt", {
  EXACT: "genau",
  ROUNDED: "gerundet",
  ESTIMATED: "geschätzt",
  AT_LEAST: "mindestens",
});
export type Precision = WordOf<typeof Precision>;
