import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { PartialDate, Text, WholeNumber } from "../../graph/types/types.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";

@Kind({
  german: "Phase",
  description: "Abschnitt oder Ereignis eines Planungsprozesses, mit Beteiligungsformat und Zahl der Teilnehmenden",
  label: ["title"],
})
@Check("process_phase_period", "earliest_day(starts_on) <= latest_day(ends_on)")
@Check("process_phase_participants", "participants >= 0")
export class ProcessPhase extends Node {
  @Link(() => PlanningProcess, "Planungsprozess", { required: true, inverse: { phases: "Phasen und Beteiligung" } })
  process!: PlanningProcess;
  @Attribute(WholeNumber, "Reihenfolge", { required: true }) seq!: number;
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(PartialDate, "Beginn") startsOn?: string | null;
  @Attribute(PartialDate, "Ende") endsOn?: string | null;
  @Attribute(Text, "Beteiligungsformat") participationFormat?: string | null;
  @Attribute(WholeNumber, "Zahl der Teilnehmenden") participants?: number | null;
}
