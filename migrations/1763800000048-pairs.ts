import type { MigrationInterface, QueryRunner } from "typeorm";

/** What stands at the other end of a shortcut is read from an index alone: one end, what is asked of the link and what hides it, the other end. Printed from the declarations. */
export class Pairs1763800000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  'CREATE INDEX "responsibility_measure_organisation_pairs" ON "responsibility"  ("measure_id", "role", "publication", "visibility", "organisation_id") ',
  'CREATE INDEX "responsibility_organisation_measure_pairs" ON "responsibility"  ("organisation_id", "role", "publication", "visibility", "measure_id") ',
  'CREATE INDEX "responsibility_measure_department_pairs" ON "responsibility"  ("measure_id", "role", "publication", "visibility", "department_id") ',
  'CREATE INDEX "responsibility_department_measure_pairs" ON "responsibility"  ("department_id", "role", "publication", "visibility", "measure_id") ',
  'CREATE INDEX "theme_assignment_measure_goal_pairs" ON "theme_assignment"  ("measure_id", "publication", "visibility", "goal_id") ',
  'CREATE INDEX "theme_assignment_goal_measure_pairs" ON "theme_assignment"  ("goal_id", "publication", "visibility", "measure_id") ',
  'CREATE INDEX "theme_assignment_measure_theme_pairs" ON "theme_assignment"  ("measure_id", "publication", "visibility", "theme_id") ',
  'CREATE INDEX "theme_assignment_theme_measure_pairs" ON "theme_assignment"  ("theme_id", "publication", "visibility", "measure_id") ',
  'CREATE INDEX "theme_link_from_to_pairs" ON "theme_link"  ("from_id", "publication", "visibility", "to_id") ',
  'CREATE INDEX "theme_link_to_from_pairs" ON "theme_link"  ("to_id", "publication", "visibility", "from_id") ',
];
