import sql from "sql-template-tag";
import { Attribute, Derived } from "../declare/attribute.js";
import { Kind } from "../declare/kind.js";
import { Link } from "../declare/link.js";
import { Node } from "../declare/node.js";
import { Prose, Text, WholeNumber } from "../types/types.js";
import { StatementBasis, StatementRank } from "./provenance.words.js";
import { NodeEntry } from "./registry.js";
import { Source } from "./source.entity.js";

@Kind({
  german: "Aussage",
  description: "ein Wert eines Merkmals, wie ihn eine Quelle nennt; ohne Merkmal: der Beleg eines ganzen Eintrags",
  label: ["attribute", "value", "source.title"],
  searchable: false,
})
export class Statement extends Node {
  @Attribute(Text, "Merkmal, zu dem die Aussage gehört; leer: der ganze Eintrag") attribute?: string | null;
  @Attribute(Prose, "Wert in der Schreibweise dieser Schnittstelle") value?: string | null;
  @Attribute(StatementRank, "Rang der Aussage", { required: true }) rank!: StatementRank;
  @Attribute(StatementBasis, "Grundlage der Aussage", { required: true }) basis!: StatementBasis;
  @Attribute(Prose, "Begründung des Rangs oder der redaktionellen Zuordnung") reason?: string | null;
  @Attribute(Prose, "Fundstelle – Seite, Abschnitt oder Wortlaut") locator?: string | null;
  @Attribute(WholeNumber, "Stelle in der Reihenfolge der Belege", { required: true }) position!: number;
  @Derived(
    Text,
    "Art des Eintrags, von dem die Aussage handelt",
    (row) => sql`(SELECT n.kind FROM node AS n WHERE n.id = ${row.column("subject_id")})`,
    { required: true },
  )
  subjectKind!: string;
  @Link(() => NodeEntry, "Eintrag, von dem die Aussage handelt", { required: true }) subject!: unknown;
  @Link(() => Source, "Quelle; leer, wenn die Redaktion den Wert erschlossen hat", {
    inverse: { supportedStatements: "Aussagen, die auf der Quelle beruhen" },
  })
  source?: Source | null;
}
