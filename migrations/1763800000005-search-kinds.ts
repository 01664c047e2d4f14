import type { MigrationInterface, QueryRunner } from "typeorm";

/** The texts of each kind go into search; printed from the declarations. */
export class SearchKinds1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  "SELECT search_kind('\"department\"', 'Department', '{name}', '{short_name,phone,fax,public_transport,note}')",
  "SELECT search_kind('\"person\"', 'Person', '{name}', '{}')",
  "SELECT search_kind('\"organisation\"', 'Organisation', '{name}', '{role}')",
  "SELECT search_kind('\"planning_process\"', 'PlanningProcess', '{title}', '{short_title,note}')",
  "SELECT search_kind('\"process_phase\"', 'ProcessPhase', '{title}', '{participation_format}')",
  "SELECT search_kind('\"theme\"', 'Theme', '{title}', '{code,note}')",
  "SELECT search_kind('\"goal\"', 'Goal', '{title}', '{code,note}')",
  "SELECT search_kind('\"measure\"', 'Measure', '{title}', '{code,description}')",
  "SELECT search_kind('\"body\"', 'Body', '{name}', '{note}')",
  "SELECT search_kind('\"funding_programme\"', 'FundingProgramme', '{title}', '{short_title,co_funding_note}')",
  "SELECT search_kind('\"spatial_unit\"', 'SpatialUnit', '{name}', '{code,note}')",
  "SELECT search_kind('\"indicator\"', 'Indicator', '{title}', '{unit,definition,source_body}')",
  "SELECT search_kind('\"publication\"', 'Publication', '{title}', '{publisher}')",
  "SELECT search_kind('\"source\"', 'Source', '{title}', '{publisher}')",
  "SELECT watch_version('\"search_document\"')",
];
