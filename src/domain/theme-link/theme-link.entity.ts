import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link, Shortcut } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { StatementBasis } from "../../graph/provenance/provenance.words.js";
import { Theme } from "../theme/theme.entity.js";

export const ThemeLinkKind = words("ThemeLinkKind", "Art eines Themenbezugs", {
  LINKED_BY_ISEK: "durch das ISEK verknüpft",
  COMMON_FOCUS: "gemeinsamer Schwerpunkt",
  SAME_TITLE: "gleichlautender Titel",
});
export type ThemeLinkKind = WordOf<typeof ThemeLinkKind>;

@Kind({
  german: "Themenbezug",
  description: "abgestimmte Vernetzung zweier Fachthemen, auch über Pläne hinweg",
  label: ["from.title", "kind", "to.title"],
})
@Shortcut({ from: "from", to: "to", both: { linkedThemes: "Vernetzte Themen, in beiden Richtungen" } })
@Check("theme_link_ends", "from_id <> to_id")
export class ThemeLink extends Node {
  @Link(() => Theme, "Von diesem Thema", { required: true, inverse: { linksTo: "Themenbezüge zu anderen Themen" } })
  from!: Theme;
  @Link(() => Theme, "Zu diesem Thema", {
    required: true,
    inverse: { linksFrom: "Themenbezüge von anderen Themen her" },
  })
  to!: Theme;
  @Attribute(ThemeLinkKind, "Art des Bezugs", { required: true }) kind!: ThemeLinkKind;
  @Attribute(StatementBasis, "Grundlage – belegt oder redaktionell erschlossen", { required: true })
  basis!: StatementBasis;
}
