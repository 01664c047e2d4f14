import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link, Links } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Euro, PartialDate, Prose, Text } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";
import { Precision } from "../precision.words.js";
import { SpatialUnit } from "../spatial-unit/spatial-unit.entity.js";

export const MeasureStatus = words("MeasureStatus", "Umsetzungsstand einer Maßnahme", {
  PLANNED: "geplant",
  IN_PROGRESS: "in Umsetzung",
  ONGOING: "laufend",
  COMPLETED: "umgesetzt",
  ENDED: "beendet",
  NOT_IMPLEMENTED: "nicht umgesetzt",
});
export type MeasureStatus = WordOf<typeof MeasureStatus>;

@Kind({
  german: "Maßnahme",
  description: "Maßnahme oder Projekt der Stadt, mit Zuständigkeit, Themen, Zeitraum, Stand und Kosten",
  label: ["title"],
  summaries: [["THEME", "LEAD_DEPARTMENT", "STATUS"]],
})
@Check("measure_period", "earliest_day(starts_on) <= latest_day(ends_on)")
export class Measure extends Node {
  @Attribute(Text, "Titel, oft ein ganzer Satz", { required: true }) title!: string;
  @Attribute(Text, "Nummer im Plan, zum Beispiel 5.5.1") code?: string | null;
  @Attribute(MeasureStatus, "Umsetzungsstand; leer, wenn keine Quelle ihn nennt", { facet: true })
  status?: MeasureStatus | null;
  @Attribute(PartialDate, "Stand der Angabe zur Umsetzung") statusAsOf?: string | null;
  @Attribute(PartialDate, "Beginn") startsOn?: string | null;
  @Attribute(PartialDate, "Ende") endsOn?: string | null;
  @Attribute(Euro, "Kosten in Euro") costEur?: string | null;
  @Attribute(Precision, "Genauigkeit der Kosten") costPrecision?: Precision | null;
  @Attribute(Prose, "Beschreibung") description?: string | null;
  @Link(() => Measure, "Übergeordnete Maßnahme", { acyclic: true, inverse: { children: "Teilmaßnahmen" } })
  parent?: Measure | null;
  @Link(() => PlanningProcess, "Planungsprozess, zu dem die Maßnahme gehört", { inverse: { measures: "Maßnahmen" } })
  process?: PlanningProcess | null;
  @Links(() => SpatialUnit, "Räume, in denen die Maßnahme wirkt", { inverse: { measures: "Maßnahmen in diesem Raum" } })
  spatialUnits?: SpatialUnit[];
}
