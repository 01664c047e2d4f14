import type { MigrationInterface, QueryRunner } from "typeorm";

/** Lists of one state are read in every order where they begin, and counted from the index alone: the facet, what hides a row, what it is sorted by. Printed from the declarations. */
export class Facets1763800000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  'CREATE INDEX "measure_status_title_facet" ON "measure"  ("status", "publication", "visibility", "title", "id") ',
  'CREATE INDEX "measure_status_code_facet" ON "measure"  ("status", "publication", "visibility", "code", "id") ',
  'CREATE INDEX "measure_status_status_as_of_facet" ON "measure"  ("status", "publication", "visibility", "status_as_of", "id") ',
  'CREATE INDEX "measure_status_starts_on_facet" ON "measure"  ("status", "publication", "visibility", "starts_on", "id") ',
  'CREATE INDEX "measure_status_ends_on_facet" ON "measure"  ("status", "publication", "visibility", "ends_on", "id") ',
  'CREATE INDEX "measure_status_cost_eur_facet" ON "measure"  ("status", "publication", "visibility", "cost_eur", "id") ',
  'CREATE INDEX "funding_grant_stage_amount_eur_facet" ON "funding_grant"  ("stage", "publication", "visibility", "amount_eur", "id") ',
  'CREATE INDEX "funding_grant_stage_year_facet" ON "funding_grant"  ("stage", "publication", "visibility", "year", "id") ',
  'CREATE INDEX "funding_grant_stage_decided_on_facet" ON "funding_grant"  ("stage", "publication", "visibility", "decided_on", "id") ',
  'CREATE INDEX "funding_grant_stage_share_percent_facet" ON "funding_grant"  ("stage", "publication", "visibility", "share_percent", "id") ',
];
