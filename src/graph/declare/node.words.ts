import { type WordOf, words } from "../types/words.js";

export const PublicationState = words("PublicationState", "Bearbeitungsstand eines Eintrags", {
  DRAFT: "Entwurf",
  PUBLISHED: "veröffentlicht",
  WITHDRAWN: "zurückgezogen",
});
export type PublicationState = WordOf<typeof PublicationState>;

export const Visibility = words("Visibility", "Sichtbarkeit – wer den Eintrag lesen darf", {
  PUBLIC: "öffentlich",
  INTERNAL: "verwaltungsintern",
});
export type Visibility = WordOf<typeof Visibility>;
