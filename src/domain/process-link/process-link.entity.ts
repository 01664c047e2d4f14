import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Acyclic, Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Prose } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { StatementBasis } from "../../graph/provenance/provenance.words.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";

export const ProcessLinkKind = words("ProcessLinkKind", "Art eines Planbezugs, gelesen von „from“ nach „to“", {
  CONTINUES: "schreibt fort",
  EVALUATES: "evaluiert",
  PART_OF: "ist Teil von",
  COMPRISES: "umfasst",
  BEGINS_WITH: "beginnt mit",
  SUPPLIES_DATA_TO: "liefert Daten für",
  FEEDS_INTO: "fließt ein in",
  REFERS_TO: "beruft sich auf",
  PRELIMINARY_WORK_FOR: "ist Vorarbeit für",
  JUSTIFIES: "begründet",
  IMMEDIATE_PROJECT_OF: "ist Sofortprojekt von",
  UMBRELLA_OVER: "ist Dach über",
  CONFORMS_TO: "ist konform mit",
  PART_OF_LOCAL_STRATEGY: "ist Teil der lokalen Gesamtstrategie mit",
});
export type ProcessLinkKind = WordOf<typeof ProcessLinkKind>;

@Kind({
  german: "Planbezug",
  description: "wie ein Planungsprozess mit einem anderen zusammenhängt, zum Beispiel als Fortschreibung",
  label: ["from.title", "kind", "to.title"],
})
@Acyclic({ from: "from_id", to: "to_id", where: "kind = 'CONTINUES'" })
@Check("process_link_ends", "from_id <> to_id")
export class ProcessLink extends Node {
  @Link(() => PlanningProcess, "Von diesem Planungsprozess", {
    required: true,
    inverse: { linksTo: "Planbezüge zu anderen Planungsprozessen" },
  })
  from!: PlanningProcess;
  @Link(() => PlanningProcess, "Zu diesem Planungsprozess", {
    required: true,
    inverse: { linksFrom: "Planbezüge von anderen Planungsprozessen her" },
  })
  to!: PlanningProcess;
  @Attribute(ProcessLinkKind, "Art des Bezugs", { required: true }) kind!: ProcessLinkKind;
  @Attribute(StatementBasis, "Grundlage – belegt oder redaktionell erschlossen", { required: true })
  basis!: StatementBasis;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
