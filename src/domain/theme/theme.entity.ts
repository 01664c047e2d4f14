import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Prose, Text, WholeNumber } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";

export const ThemeKind = words("ThemeKind", "Art des Themas", {
  FIELD_OF_ACTION: "Handlungsfeld",
  LEAD_PROJECT: "Leitprojekt",
  TOPIC: "Fachthema",
  FOCUS: "Schwerpunkt",
  VISION: "Zielbild",
  STATISTICS_TOPIC: "Thema der Sozialstatistik",
  FUNDING_FIELD: "Handlungsfeld eines Förderprogramms",
  ROUND_TABLE: "Thementisch",
});
export type ThemeKind = WordOf<typeof ThemeKind>;

@Kind({
  german: "Thema",
  description: "ISEK-Thema, Handlungsfeld oder Leitprojekt, unter dem ein Plan seine Ziele und Maßnahmen ordnet",
  label: ["title"],
})
export class Theme extends Node {
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(Text, "Nummer im Plan, zum Beispiel 5.5") code?: string | null;
  @Attribute(ThemeKind, "Art", { required: true }) kind!: ThemeKind;
  @Link(() => Theme, "Übergeordnetes Thema", { acyclic: true, inverse: { children: "Untergeordnete Themen" } })
  parent?: Theme | null;
  @Link(() => PlanningProcess, "Planungsprozess, der das Thema aufstellt", {
    inverse: { themes: "Themen und Handlungsfelder" },
  })
  process?: PlanningProcess | null;
  @Attribute(WholeNumber, "Reihenfolge im Plan") seq?: number | null;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
