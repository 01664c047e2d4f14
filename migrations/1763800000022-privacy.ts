import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who has looked at data on people, taken data along or erased someone: the server adds to it and can change nothing of it. And until when a role keeps its person. */
export class Privacy1763800000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  `CREATE TABLE access_log (
    id uuid PRIMARY KEY DEFAULT uuid_v7(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    event text NOT NULL CHECK (event IN ('READ', 'EXPORT', 'REPORT', 'ERASURE')),
    actor text NOT NULL CHECK (actor <> ''),
    role text NOT NULL,
    operation text CHECK (length(operation) <= 200),
    document text CHECK (length(document) <= 200),
    kinds text[] NOT NULL,
    subject uuid,
    purpose text CHECK (length(purpose) <= 500))`,
  "CREATE INDEX access_log_actor ON access_log (actor, id)",
  "CREATE INDEX access_log_subject ON access_log (subject) WHERE subject IS NOT NULL",
  // When it was and under which id is for the database to say.
  `SELECT allow('stadtgraph_writer', 'INSERT (event, actor, role, operation, document, kinds, subject, purpose)',
    'TABLE access_log')`,
  `SELECT allow('stadtgraph_server', 'SELECT, INSERT (event, actor, role, operation, document, kinds, subject, purpose)',
    'TABLE access_log')`,
  'ALTER TABLE "role_holding" ADD "retain_until" date',
  'CREATE INDEX "role_holding_retain_until_order" ON "role_holding"  ("retain_until", "id") ',
];
