import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tokens by which programs ask: reporting tools and portals. The secret itself is nowhere, only its hash. */
export class ServiceTokens1763800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE service_token (
      id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[0-9a-f]{16}$'),
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      hash bytea NOT NULL CHECK (length(hash) = 32),
      kinds text[] CHECK (cardinality(kinds) > 0),
      may_export boolean NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
      last_used_at timestamptz,
      revoked_at timestamptz)`);
    await runner.query("COMMENT ON COLUMN service_token.kinds IS 'kinds that it may read; null = all'");
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}
