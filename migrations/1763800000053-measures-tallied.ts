import type { MigrationInterface, QueryRunner } from "typeorm";

/** Measures by state, publication and visibility, and along their dates and costs. Printed from the declarations. */
export class MeasuresTallied1763800000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  "SELECT keep_tally('measure_tally', '74d88f47fb0e2972', 'measure', '{status,publication,visibility}', '{status_as_of,starts_on,ends_on,cost_eur}')",
];
