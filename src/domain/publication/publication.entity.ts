import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { PartialDate, Text, Url } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { PlanningProcess } from "../planning-process/planning-process.entity.js";

export const PublicationKind = words("PublicationKind", "Art der Veröffentlichung", {
  PLAN: "Plan",
  DRAFT: "Entwurf",
  REPORT: "Bericht",
  STATISTICS: "Statistik",
  TALK: "Vortrag",
  PRESS_RELEASE: "Pressemitteilung",
  CALL: "Aufruf",
  WEB_PAGE: "Webseite",
});
export type PublicationKind = WordOf<typeof PublicationKind>;

@Kind({
  german: "Veröffentlichung",
  description: "Plan, Bericht, Statistik oder Webseite, die aus einem Planungsprozess hervorging",
  label: ["title"],
})
export class Publication extends Node {
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(PublicationKind, "Art", { required: true }) kind!: PublicationKind;
  @Link(() => PlanningProcess, "Planungsprozess", { inverse: { publications: "Veröffentlichungen" } })
  process?: PlanningProcess | null;
  @Attribute(PartialDate, "Veröffentlicht am") publishedOn?: string | null;
  @Attribute(Text, "Herausgeber") publisher?: string | null;
  @Attribute(Url, "Adresse") url?: string | null;
}
