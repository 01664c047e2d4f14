import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Prose, Text } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";

export const BodyKind = words("BodyKind", "Art des Gremiums", {
  COUNCIL: "Rat",
  COUNCIL_COMMITTEE: "Stadtratsausschuss",
  LOCAL_COUNCIL: "Ortsteilrat",
  ADVISORY_BOARD: "Beirat",
  ACCOMPANYING_COMMITTEE: "Begleitausschuss",
  STEERING_BODY: "Steuerungsgremium",
  STEERING_GROUP: "Lenkungsgruppe",
  PROJECT_GROUP: "Projektgruppe",
  WORKING_GROUP: "Arbeitsgruppe",
  DISTRICT_BODY: "Stadtteilgremium",
});
export type BodyKind = WordOf<typeof BodyKind>;

@Kind({
  german: "Gremium",
  description: "Stadtrat, Ausschuss, Beirat, Projekt- oder Arbeitsgruppe",
  plural: "bodies",
  label: ["name"],
})
export class Body extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
  @Attribute(BodyKind, "Art", { required: true }) kind!: BodyKind;
  @Link(() => PlanningProcess, "Planungsprozess, den das Gremium begleitet", { inverse: { bodies: "Gremien" } })
  process?: PlanningProcess | null;
  @Attribute(Prose, "Hinweis") note?: string | null;
}
