import type { MigrationInterface, QueryRunner } from "typeorm";

/** Every table that answers are read from counts its versions; printed from the declarations. */
export class WatchVersions1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  "SELECT watch_version('\"department\"')",
  "SELECT watch_version('\"person\"')",
  "SELECT watch_version('\"role_holding\"')",
  "SELECT watch_version('\"organisation\"')",
  "SELECT watch_version('\"planning_process\"')",
  "SELECT watch_version('\"process_link\"')",
  "SELECT watch_version('\"process_phase\"')",
  "SELECT watch_version('\"theme\"')",
  "SELECT watch_version('\"theme_link\"')",
  "SELECT watch_version('\"goal\"')",
  "SELECT watch_version('\"measure\"')",
  "SELECT watch_version('\"theme_assignment\"')",
  "SELECT watch_version('\"responsibility\"')",
  "SELECT watch_version('\"body\"')",
  "SELECT watch_version('\"council_decision\"')",
  "SELECT watch_version('\"funding_programme\"')",
  "SELECT watch_version('\"funding_grant\"')",
  "SELECT watch_version('\"spatial_unit\"')",
  "SELECT watch_version('\"indicator\"')",
  "SELECT watch_version('\"indicator_value\"')",
  "SELECT watch_version('\"publication\"')",
  "SELECT watch_version('\"source\"')",
  "SELECT watch_version('\"statement\"')",
  "SELECT watch_version('\"measure_spatial_units\"')",
  "SELECT watch_version('\"indicator_themes\"')",
  "SELECT watch_version('\"external_id\"')",
];
