import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Prose, Text, WholeNumber } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";
import { Theme } from "../theme/theme.entity.js";

export const GoalKind = words("GoalKind", "Art des Ziels", {
  GUIDING: "Leitziel",
  OPERATIONAL: "Ziel",
  GUIDELINE: "Leitlinie",
});
export type GoalKind = WordOf<typeof GoalKind>;

@Kind({
  german: "Ziel",
  description: "Ziel, Leitziel oder Leitlinie eines Plans, oft ein ganzer Satz",
  label: ["title"],
})
export class Goal extends Node {
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(Text, "Nummer im Plan, zum Beispiel 5.5") code?: string | null;
  @Attribute(GoalKind, "Art", { required: true }) kind!: GoalKind;
  @Link(() => Theme, "Thema, zu dem das Ziel gehört", { inverse: { goals: "Ziele" } }) theme?: Theme | null;
  @Link(() => PlanningProcess, "Planungsprozess, der das Ziel setzt", { inverse: { goals: "Ziele und Leitlinien" } })
  process?: PlanningProcess | null;
  @Attribute(WholeNumber, "Reihenfolge im Plan") seq?: number | null;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
