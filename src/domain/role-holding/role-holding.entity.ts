import sql from "sql-template-tag";
import { Check } from "typeorm/decorator/Check.js";
import { Attribute, Derived } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Day, Email, PartialDate, Text } from "../../graph/types/types.js";
import { from, rowOf } from "../../graph/sql/row.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { Body } from "../body/body.entity.js";
import { Department } from "../department/department.entity.js";
import { Person } from "../person/person.entity.js";

export const Role = words("Role", "Rolle einer Person in einer Organisationseinheit oder einem Gremium", {
  HEAD: "Leitung",
  CONTACT_PERSON: "Ansprechperson",
  PLANNING_COORDINATOR: "Planungskoordination",
  CHAIR: "Vorsitz",
  MEMBER: "Mitglied",
});
export type Role = WordOf<typeof Role>;

@Kind({
  german: "Funktion",
  description: "eine Person in einer Rolle, in einer Organisationseinheit oder einem Gremium, von–bis",
  label: ["person.name", "role"],
})
@Check("role_holding_place", "num_nonnulls(department_id, body_id) = 1")
@Check("role_holding_validity", "earliest_day(valid_from) <= latest_day(valid_to)")
export class RoleHolding extends Node {
  @Link(() => Person, "Person; leer, wenn Sie sie nicht sehen dürfen", {
    required: true,
    hiddenWith: false,
    inverse: { roleHoldings: "Funktionen der Person" },
  })
  person!: Person;
  @Link(() => Department, "Organisationseinheit", {
    inverse: {
      roleHoldings: "Funktionen – alle Personen mit ihren Rollen",
      head: { description: "Leitung", shape: "one", where: { role: { eq: "HEAD" }, validTo: { isNull: true } } },
      contactPersons: {
        description: "Ansprechpersonen mit ihrer Funktion",
        shape: "list",
        where: { role: { in: ["CONTACT_PERSON", "PLANNING_COORDINATOR"] }, validTo: { isNull: true } },
      },
    },
  })
  department?: Department | null;
  @Link(() => Body, "Gremium", { inverse: { roleHoldings: "Funktionen – Personen mit ihren Rollen" } })
  body?: Body | null;
  @Attribute(Role, "Rolle", { required: true }) role!: Role;
  @Attribute(Text, "Funktion im Wortlaut der Quelle") function?: string | null;
  @Derived(Text, "Name der Person", (row) => {
    const person = rowOf(row.reading.graph.kind("Person"), row.reading);
    return sql`(SELECT ${person.column("name")} FROM ${from(person)} WHERE ${person.column("id")} = ${row.column("person_id")})`;
  })
  name?: string | null;
  @Attribute(Email, "E-Mail der Person in dieser Funktion", { readableBy: "STAFF", personal: true }) email?:
    string | null;
  @Attribute(Text, "Telefon der Person in dieser Funktion", { readableBy: "STAFF", personal: true }) phone?:
    string | null;
  @Attribute(PartialDate, "Seit") validFrom?: string | null;
  @Attribute(PartialDate, "Bis") validTo?: string | null;
  @Attribute(PartialDate, "Stand der Angabe") validAsOf?: string | null;
  @Attribute(Day, "Aufbewahren bis – ist dieser Tag für alle Funktionen einer Person vorbei, wird sie gelöscht", {
    readableBy: "STAFF",
  })
  retainUntil?: string | null;
}
