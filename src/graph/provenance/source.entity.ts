import { Attribute } from "../declare/attribute.js";
import { Kind } from "../declare/kind.js";
import { Node } from "../declare/node.js";
import { Text, Url } from "../types/types.js";
import { SourceKind } from "./provenance.words.js";

@Kind({
  german: "Quelle",
  description: "Seite, Dokument oder Meldung, worauf ein Eintrag, ein Bezug oder eine einzelne Angabe beruht",
  label: ["title"],
})
export class Source extends Node {
  @Attribute(Text, "Titel – lesbare Bezeichnung der Quelle", { required: true }) title!: string;
  @Attribute(Url, "Adresse der Quelle, wie sie vorgefunden wurde") url?: string | null;
  @Attribute(Text, "Herausgeber – wer die Quelle verantwortet") publisher?: string | null;
  @Attribute(SourceKind, "Art der Quelle") kind?: SourceKind | null;
}
