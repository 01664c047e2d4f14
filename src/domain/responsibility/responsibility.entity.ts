import { Check } from "typeorm/decorator/Check.js";
import { Exclusion } from "typeorm/decorator/Exclusion.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link, Shortcut } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { PartialDate } from "../../graph/types/types.js";
import { type WordOf, words } from "../../graph/types/words.js";
import { StatementBasis } from "../../graph/provenance/provenance.words.js";
import { Department } from "../department/department.entity.js";
import { Measure } from "../measure/measure.entity.js";
import { Organisation } from "../organisation/organisation.entity.js";

export const ResponsibilityRole = words("ResponsibilityRole", "Rolle bei einer Maßnahme", {
  LEAD: "Federführung",
  PARTICIPATING: "Mitwirkung",
  PARTNER: "Partner",
});
export type ResponsibilityRole = WordOf<typeof ResponsibilityRole>;

/** At most one lead per agent and measure at a time; several agents may lead together. */
const ONE_LEAD = `USING gist (("measure_id"::text) WITH =, (COALESCE("department_id", "organisation_id")::text) WITH =,
  daterange(earliest_day("valid_from"), latest_day("valid_to"), '[]') WITH &&) WHERE ("role" = 'LEAD')`;

@Kind({
  german: "Zuständigkeit",
  description: "wer bei einer Maßnahme federführend ist, mitwirkt oder Partner ist, von–bis",
  plural: "responsibilities",
  label: ["role", "department.name", "organisation.name", "measure.title"],
})
@Shortcut({
  from: "measure",
  to: "department",
  where: { role: { eq: "LEAD" } },
  forward: { leadDepartments: "Federführung – federführende Organisationseinheiten" },
  backward: { ledMeasures: "Maßnahmen unter Federführung" },
})
@Shortcut({
  from: "measure",
  to: "department",
  where: { role: { eq: "PARTICIPATING" } },
  forward: { participatingDepartments: "Mitwirkung – beteiligte Organisationseinheiten" },
  backward: { participatedMeasures: "Maßnahmen, an denen mitgewirkt wird" },
})
@Shortcut({
  from: "measure",
  to: "organisation",
  where: { role: { eq: "PARTNER" } },
  forward: { partners: "Partner – externe Stellen" },
  backward: { partneredMeasures: "Maßnahmen als Partner" },
})
@Check("responsibility_agent", "num_nonnulls(department_id, organisation_id) = 1")
@Check("responsibility_validity", "earliest_day(valid_from) <= latest_day(valid_to)")
@Exclusion("responsibility_one_lead", ONE_LEAD)
export class Responsibility extends Node {
  @Link(() => Measure, "Maßnahme", { required: true, inverse: { responsibilities: "Zuständigkeiten" } })
  measure!: Measure;
  @Link(() => Department, "Organisationseinheit", {
    hiddenWith: true,
    inverse: { responsibilities: "Zuständigkeiten für Maßnahmen" },
  })
  department?: Department | null;
  @Link(() => Organisation, "Externe Stelle", {
    hiddenWith: true,
    inverse: { responsibilities: "Zuständigkeiten für Maßnahmen" },
  })
  organisation?: Organisation | null;
  @Attribute(ResponsibilityRole, "Rolle", { required: true }) role!: ResponsibilityRole;
  @Attribute(PartialDate, "Seit") validFrom?: string | null;
  @Attribute(PartialDate, "Bis") validTo?: string | null;
  @Attribute(StatementBasis, "Grundlage – belegt oder redaktionell erschlossen", { required: true })
  basis!: StatementBasis;
}
