import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Node } from "../../graph/declare/node.js";
import { Text } from "../../graph/types/types.js";

@Kind({
  german: "Person",
  description: "wer in dienstlicher Funktion öffentlich genannt ist; personenbezogen, daher so knapp wie möglich",
  label: ["name"],
  personal: true,
})
export class Person extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
}
