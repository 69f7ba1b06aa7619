import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrapped data keys, and API keys as HMACs. */
export class Security1764000000100 implements MigrationInterface {
  readonly name = 'Security1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_keys (
        subject_id uuid NOT NULL CONSTRAINT data_keys_pk PRIMARY KEY,
        wrapped bytea NOT NULL,
        master_version integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX data_keys_master_version ON data_keys (master_version);

      CREATE TABLE api_keys (
        id uuid NOT NULL CONSTRAINT api_keys_pk PRIMARY KEY,
        name text NOT NULL,
        prefix text NOT NULL CONSTRAINT api_keys_prefix_unique UNIQUE,
        hash bytea NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_keys; DROP TABLE data_keys;');
  }
}
