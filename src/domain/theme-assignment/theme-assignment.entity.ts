import { Check } from "typeorm/decorator/Check.js";
import { Attribute } from "../../graph/declare/attribute.js";
import { Kind } from "../../graph/declare/kind.js";
import { Link, Once, Shortcut } from "../../graph/declare/link.js";
import { Node } from "../../graph/declare/node.js";
import { Prose } from "../../graph/types/types.js";
import { StatementBasis } from "../../graph/provenance/provenance.words.js";
import { Goal } from "../goal/goal.entity.js";
import { Measure } from "../measure/measure.entity.js";
import { Theme } from "../theme/theme.entity.js";

@Kind({
  german: "Themenzuordnung",
  description: "Zuordnung einer Maßnahme zu einem Thema oder Ziel, belegt oder redaktionell erschlossen",
  label: ["measure.title", "theme.title", "goal.title"],
})
@Shortcut({
  from: "measure",
  to: "theme",
  forward: { themes: "Themen" },
  backward: { measures: "Maßnahmen zu diesem Thema" },
})
@Shortcut({
  from: "measure",
  to: "goal",
  forward: { goals: "Ziele" },
  backward: { measures: "Maßnahmen zu diesem Ziel" },
})
@Once("measure", "theme")
@Once("measure", "goal")
@Check("theme_assignment_end", "num_nonnulls(theme_id, goal_id) = 1")
export class ThemeAssignment extends Node {
  @Link(() => Measure, "Maßnahme", {
    required: true,
    inverse: { themeAssignments: "Zuordnungen zu Themen und Zielen" },
  })
  measure!: Measure;
  @Link(() => Theme, "Thema", { hiddenWith: true, inverse: { assignments: "Zuordnungen von Maßnahmen" } })
  theme?: Theme | null;
  @Link(() => Goal, "Ziel", { hiddenWith: true, inverse: { assignments: "Zuordnungen von Maßnahmen" } })
  goal?: Goal | null;
  @Attribute(StatementBasis, "Grundlage – belegt oder redaktionell erschlossen", { required: true })
  basis!: StatementBasis;
  @Attribute(Prose, "Begründung der Zuordnung") reason?: string | null;
}
