import type { MigrationInterface, QueryRunner } from "typeorm";

/** Lists of one state are read in every order where they begin, and counted from the index alone: the facet, what it is sorted by, and what hides a row. Printed from the declarations. */
export class Facets1763800000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  'CREATE INDEX "measure_status_title_facet" ON "measure"  ("status", "publication", "title", "id", "visibility") ',
  'CREATE INDEX "measure_status_code_facet" ON "measure"  ("status", "publication", "code", "id", "visibility") ',
  'CREATE INDEX "measure_status_status_as_of_facet" ON "measure"  ("status", "publication", "status_as_of", "id", "visibility") ',
  'CREATE INDEX "measure_status_starts_on_facet" ON "measure"  ("status", "publication", "starts_on", "id", "visibility") ',
  'CREATE INDEX "measure_status_ends_on_facet" ON "measure"  ("status", "publication", "ends_on", "id", "visibility") ',
  'CREATE INDEX "measure_status_cost_eur_facet" ON "measure"  ("status", "publication", "cost_eur", "id", "visibility") ',
  'CREATE INDEX "funding_grant_stage_amount_eur_facet" ON "funding_grant"  ("stage", "publication", "amount_eur", "id", "visibility") ',
  'CREATE INDEX "funding_grant_stage_year_facet" ON "funding_grant"  ("stage", "publication", "year", "id", "visibility") ',
  'CREATE INDEX "funding_grant_stage_decided_on_facet" ON "funding_grant"  ("stage", "publication", "decided_on", "id", "visibility") ',
  'CREATE INDEX "funding_grant_stage_share_percent_facet" ON "funding_grant"  ("stage", "publication", "share_percent", "id", "visibility") ',
];
