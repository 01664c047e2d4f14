import { type WordOf, words } from "../types/words.js";

/** How far a statement is trusted; the order is the order in which they are shown. */
export const StatementRank = words("StatementRank", "Rang – wie verlässlich eine Aussage ist", {
  PREFERRED: "bevorzugt",
  NORMAL: "gleichrangig",
  DEPRECATED: "überholt",
});
export type StatementRank = WordOf<typeof StatementRank>;

export const StatementBasis = words("StatementBasis", "Grundlage – worauf eine Angabe beruht", {
  SOURCE: "steht in der Quelle",
  EDITORIAL: "redaktionell erschlossen",
});
export type StatementBasis = WordOf<typeof StatementBasis>;

export const SourceKind = words("SourceKind", "Art einer Quelle", {
  CITY_PAGE: "Seite der Stadt",
  NEWS: "Presse",
  PROGRAMME_PAGE: "Seite eines Förderprogramms",
  PARTY_PAGE: "Seite einer Partei oder Fraktion",
  STATISTICS: "Statistik",
  DOCUMENT: "Dokument",
  OTHER: "Sonstiges",
});
export type SourceKind = WordOf<typeof SourceKind>;
