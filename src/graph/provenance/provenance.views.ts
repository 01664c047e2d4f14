import { Attribute } from "../declare/attribute.js";
import { Composite } from "../declare/composite.js";
import { Prose, Slug, Text, Url } from "../types/types.js";
import { StatementBasis, StatementRank } from "./provenance.words.js";

/** A source of a node or statement, as its `sources` show it. */
@Composite("SourceReference", "Quellenangabe – eine Quelle und die Stelle darin")
export class SourceReference {
  @Attribute(Slug, "Schlüssel der Quelle", { required: true }) key!: string;
  @Attribute(Text, "Bezeichnung der Quelle", { required: true }) label!: string;
  @Attribute(Url, "Adresse der Quelle") url?: string | null;
  @Attribute(Text, "Herausgeber der Quelle") publisher?: string | null;
  @Attribute(Prose, "Fundstelle – Seite, Abschnitt oder Wortlaut") locator?: string | null;
}

/** A statement about a node, without its own identity. */
@Composite("StatementEntry", "Aussage – ein Wert eines Merkmals, wie ihn eine Quelle nennt")
export class StatementEntry {
  @Attribute(Text, "Merkmal, zu dem die Aussage gehört; leer: der ganze Eintrag") attribute?: string | null;
  @Attribute(Prose, "Wert, wie ihn die Quelle nennt, in der Schreibweise dieser Schnittstelle") value?: string | null;
  @Attribute(StatementRank, "Rang der Aussage", { required: true }) rank!: StatementRank;
  @Attribute(StatementBasis, "Grundlage der Aussage", { required: true }) basis!: StatementBasis;
  @Attribute(Prose, "Begründung des Rangs oder der redaktionellen Zuordnung") reason?: string | null;
  @Attribute(Prose, "Fundstelle – Seite, Abschnitt oder Wortlaut") locator?: string | null;
  @Attribute(SourceReference, "Quelle; leer, wenn die Redaktion den Wert erschlossen hat")
  source?: SourceReference | null;
}

/** Statements of different values for the same attribute of a node. */
@Composite("Conflict", "Widerspruch – ein Merkmal, zu dem die Quellen Verschiedenes sagen")
export class Conflict {
  @Attribute(Text, "Merkmal, um das es geht", { required: true }) attribute!: string;
  @Attribute([StatementEntry], "Aussagen dazu, die bevorzugte zuerst") statements!: StatementEntry[];
}

/** What another system calls a node. */
@Composite("ExternalId", "Fremdschlüssel – Kennung des Eintrags in einem anderen System")
export class ExternalIdEntry {
  @Attribute(Text, "System, das die Kennung vergibt", { required: true }) scheme!: string;
  @Attribute(Text, "Kennung in diesem System", { required: true }) value!: string;
}
