import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Node } from "../../graph/declare/node.js";
import { Text } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";

export const OrganisationKind = words("OrganisationKind", "Art der Organisation", {
  ASSOCIATION: "Verein",
  AUTHORITY: "Behörde",
  STATE_AUTHORITY: "Landesbehörde",
  STATE_COMPANY: "Landesgesellschaft",
  PLANNING_OFFICE: "Planungsbüro",
  CONSULTANCY: "Beratung",
  COMPANY: "Unternehmen",
  RESEARCH: "Forschung",
  UNIVERSITY: "Hochschule",
  CULTURAL_INSTITUTION: "Kultureinrichtung",
  INDEPENDENT_PROVIDER: "freier Träger",
  FOUNDATION: "Stiftung",
  FUNDER: "Fördergeber",
});
export type OrganisationKind = WordOf<typeof OrganisationKind>;

@Kind({
  german: "Externe Stelle",
  description: "Träger, Partner oder Fördergeber außerhalb der Stadtverwaltung",
  label: ["name"],
})
export class Organisation extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
  @Attribute(OrganisationKind, "Art") kind?: OrganisationKind | null;
  @Attribute(Text, "Rolle – wobei sie mitwirkt, im Wortlaut der Quelle") role?: string | null;
}
