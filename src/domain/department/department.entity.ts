import sql, { type Sql } from "sql-template-tag";
import { Check } from "typeorm/decorator/Check.js";
import { Attribute, Derived } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Email, PartialDate, Prose, Text, Url } from "../../graph/types/types.js";
import type { Row } from "../../graph/model.js";
import { StatementBasis } from "../../graph/provenance/provenance.words.js";
import { Address, ServiceHours } from "./contact.js";
import { AccessibleEntrance, DepartmentKind } from "./department.words.js";

const normalised =
  (column: string) =>
  (row: Row): Sql =>
    sql`e164(${row.column(column)})`;

@Kind({
  german: "Organisationseinheit",
  description: "Dezernat, Amt, Abteilung oder andere Stelle der Stadtverwaltung, mit Anschrift und Servicezeiten",
  label: ["name"],
})
@Check("department_validity", "earliest_day(valid_from) <= latest_day(valid_to)")
@Check("department_service_hours_valid", "is_service_hours(service_hours)")
export class Department extends Node {
  @Attribute(Text, "Name", { required: true }) name!: string;
  @Attribute(Text, "Kurzname") shortName?: string | null;
  @Attribute(DepartmentKind, "Art", { required: true }) kind!: DepartmentKind;
  @Link(() => Department, "Übergeordnete Organisationseinheit", {
    acyclic: true,
    inverse: { children: "Nachgeordnete Organisationseinheiten" },
  })
  parent?: Department | null;
  @Attribute(PartialDate, "Gültig ab") validFrom?: string | null;
  @Attribute(PartialDate, "Gültig bis") validTo?: string | null;
  @Link(() => Department, "Nachfolge – Organisationseinheit, die die Aufgaben übernommen hat", {
    acyclic: true,
    inverse: { predecessors: "Vorgänger – Organisationseinheiten, deren Aufgaben übernommen wurden" },
  })
  successor?: Department | null;
  @Attribute(StatementBasis, "Grundlage der Angabe zur Nachfolge") successorBasis?: StatementBasis | null;
  @Attribute(Address, "Besucheranschrift") visitingAddress?: Address | null;
  @Attribute(Address, "Postanschrift") postalAddress?: Address | null;
  @Attribute(Email, "E-Mail") email?: string | null;
  @Attribute(Text, "Telefon, wie veröffentlicht") phone?: string | null;
  @Attribute(Text, "Telefax, wie veröffentlicht") fax?: string | null;
  @Derived(Text, "Telefon in internationaler Schreibweise (E.164)", normalised("phone")) phoneE164?: string | null;
  @Derived(Text, "Telefax in internationaler Schreibweise (E.164)", normalised("fax")) faxE164?: string | null;
  @Attribute(Url, "Webseite") website?: string | null;
  @Attribute(Text, "Verkehrsmittel – Linie und Haltestelle") publicTransport?: string | null;
  @Attribute(AccessibleEntrance, "Barrierefreier Zugang") accessibleEntrance?: AccessibleEntrance | null;
  @Attribute([ServiceHours], "Servicezeiten") serviceHours!: ServiceHours[];
  @Attribute(Prose, "Hinweis") note?: string | null;
}
