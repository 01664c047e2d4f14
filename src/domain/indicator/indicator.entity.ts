import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Links } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Prose, Text } from "../../graph/types/types.js";
import { Theme } from "../theme/theme.entity.js";

@Kind({
  german: "Kennzahl",
  description: "was gemessen wird, in welcher Einheit und wie es festgelegt ist",
  label: ["title"],
})
export class Indicator extends Node {
  @Attribute(Text, "Titel", { required: true }) title!: string;
  @Attribute(Text, "Einheit") unit?: string | null;
  @Attribute(Prose, "Festlegung – was genau gezählt wird") definition?: string | null;
  @Attribute(Text, "Stelle, die die Zahlen erhebt") sourceBody?: string | null;
  @Links(() => Theme, "Themen", { inverse: { indicators: "Kennzahlen zu diesem Thema" } }) themes?: Theme[];
}
