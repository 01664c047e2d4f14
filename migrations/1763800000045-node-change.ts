import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who changed which row, and why: one line per step that the API made. It has no foreign key: what was done stays, whatever becomes of the row. */
export class NodeChange1763800000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE node_change (
      id uuid PRIMARY KEY DEFAULT uuid_v7(), node_id uuid NOT NULL, kind text NOT NULL, verb text NOT NULL, version integer NOT NULL,
      actor text NOT NULL CHECK (actor <> ''), role text NOT NULL, reason text NOT NULL CHECK (reason <> ''),
      at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    // Who writes adds to it, and nobody changes what stands there.
    await runner.query(`SELECT allow('stadtgraph_writer',
      'INSERT (node_id, kind, verb, version, actor, role, reason), SELECT (node_id)', 'TABLE node_change')`);
    await runner.query(`CREATE INDEX node_change_node ON node_change (node_id, version)`);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}
