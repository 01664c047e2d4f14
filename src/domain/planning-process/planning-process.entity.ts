import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { PartialDate, Prose, Text, Url, WholeNumber } from "../../graph/types/types.js";
import { Department } from "../department/department.entity.js";
import { PlanningProcessKind, PlanningProcessStatus } from "./planning-process.words.js";

@Kind({
  german: "Planungsprozess",
  description: "Plan, Konzept oder dauernder Prozess der Stadt, mit Laufzeit, Stand und Federführung",
  plural: "planningProcesses",
  label: ["title"],
})
@Check("planning_process_period", "earliest_day(period_start) <= latest_day(period_end)")
@Check("planning_process_counts", "goals_count >= 0 AND measures_count >= 0")
export class PlanningProcess extends Node {
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(Text, "Kurztitel") shortTitle?: string | null;
  @Attribute(PlanningProcessKind, "Art", { required: true }) kind!: PlanningProcessKind;
  @Attribute(PlanningProcessStatus, "Stand; leer, wenn keine Quelle ihn nennt") status?: PlanningProcessStatus | null;
  @Attribute(PartialDate, "Beginn der Arbeit") startedOn?: string | null;
  @Attribute(PartialDate, "Laufzeit ab") periodStart?: string | null;
  @Attribute(PartialDate, "Laufzeit bis") periodEnd?: string | null;
  @Link(() => Department, "Federführung – Organisationseinheit, die den Prozess führt", {
    inverse: { ledProcesses: "Planungsprozesse unter Federführung" },
  })
  leadDepartment?: Department | null;
  @Attribute(WholeNumber, "Anzahl der Ziele laut Quelle (nicht: der hier erfassten)") goalsCount?: number | null;
  @Attribute(WholeNumber, "Anzahl der Maßnahmen laut Quelle (nicht: der hier erfassten)") measuresCount?: number | null;
  @Attribute(Url, "Dokument – Seite des Plans") documentUrl?: string | null;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
