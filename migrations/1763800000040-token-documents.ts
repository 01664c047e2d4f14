import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a program's token may ask: a list of its own, and what happens to documents that are not on it. */
export class TokenDocuments1763800000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE service_token
      ADD COLUMN documents text[] CHECK (cardinality(documents) > 0),
      ADD COLUMN document_mode text CHECK (document_mode IN ('off', 'log', 'enforce')),
      ADD CHECK (documents IS NULL OR document_mode IS NOT NULL)`);
    await runner.query(
      "COMMENT ON COLUMN service_token.documents IS 'operation names and SHA-256 of documents; null = the trusted documents of the server'",
    );
    // Whoever makes a token says so once; afterwards not even the server changes it.
    await runner.query(`SELECT allow('stadtgraph_server', 'SELECT, UPDATE (last_used_at, revoked_at),
      INSERT (id, name, hash, kinds, may_export, created_by, expires_at, documents, document_mode)', 'TABLE service_token')`);
    await runner.query("COMMENT ON COLUMN service_token.document_mode IS 'null = as the server is set'");
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}
