import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { PartialDate, Text } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { Body } from "../body/body.entity.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";

export const DecisionResult = words("DecisionResult", "Ergebnis eines Beschlusses", {
  ADOPTED: "angenommen",
  REJECTED: "abgelehnt",
  POSTPONED: "vertagt",
  REFERRED: "verwiesen",
});
export type DecisionResult = WordOf<typeof DecisionResult>;

@Kind({
  german: "Beschluss",
  description: "Entscheidung eines Gremiums über einen Planungsprozess, mit Datum und Nummer, soweit bekannt",
  label: ["process.title", "decidedOn"],
})
export class CouncilDecision extends Node {
  @Link(() => PlanningProcess, "Planungsprozess, über den entschieden wurde", {
    required: true,
    inverse: { decisions: "Beschlüsse" },
  })
  process!: PlanningProcess;
  @Link(() => Body, "Gremium, das entschieden hat", { inverse: { decisions: "Beschlüsse" } }) body?: Body | null;
  @Attribute(PartialDate, "Datum des Beschlusses") decidedOn?: string | null;
  @Attribute(Text, "Nummer des Beschlusses") number?: string | null;
  @Attribute(DecisionResult, "Ergebnis") result?: DecisionResult | null;
  @Attribute(Text, "Mehrheit im Wortlaut der Quelle") majority?: string | null;
}
