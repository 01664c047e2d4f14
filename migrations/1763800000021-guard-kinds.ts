import type { MigrationInterface, QueryRunner } from "typeorm";

/** Every kind's rows are written under guard, and by no one but the roles of the server; printed from the declarations. */
export class GuardKinds1763800000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  "SELECT guard_kind('\"department\"')",
  "SELECT guard_kind('\"person\"')",
  "SELECT guard_kind('\"role_holding\"')",
  "SELECT guard_kind('\"organisation\"')",
  "SELECT guard_kind('\"planning_process\"')",
  "SELECT guard_kind('\"process_link\"')",
  "SELECT guard_kind('\"process_phase\"')",
  "SELECT guard_kind('\"theme\"')",
  "SELECT guard_kind('\"theme_link\"')",
  "SELECT guard_kind('\"goal\"')",
  "SELECT guard_kind('\"measure\"')",
  "SELECT guard_pairs('\"measure_spatial_units\"', '\"measure\"', 'measure_id')",
  "SELECT guard_kind('\"theme_assignment\"')",
  "SELECT guard_kind('\"responsibility\"')",
  "SELECT guard_kind('\"body\"')",
  "SELECT guard_kind('\"council_decision\"')",
  "SELECT guard_kind('\"funding_programme\"')",
  "SELECT guard_kind('\"funding_grant\"')",
  "SELECT guard_kind('\"spatial_unit\"')",
  "SELECT guard_kind('\"indicator\"')",
  "SELECT guard_pairs('\"indicator_themes\"', '\"indicator\"', 'indicator_id')",
  "SELECT guard_kind('\"indicator_value\"')",
  "SELECT guard_kind('\"publication\"')",
  "SELECT guard_kind('\"source\"')",
  "SELECT guard_kind('\"statement\"')",
];
