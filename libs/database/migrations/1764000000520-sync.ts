import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for and known of keeping chats equal to their phone's; the simulated phones remember edits and deletions. */
export class Sync1764000000520 implements MigrationInterface {
  readonly name = 'Sync1764000000520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chat_syncs (
        chat_id uuid NOT NULL CONSTRAINT chat_syncs_pk PRIMARY KEY
          CONSTRAINT chat_syncs_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT chat_syncs_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        kind text NOT NULL,
        state text NOT NULL,
        requested_at timestamptz NOT NULL,
        again boolean NOT NULL DEFAULT false,
        not_before timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        started_at timestamptz,
        cursor text,
        scanned integer NOT NULL DEFAULT 0,
        reached timestamptz,
        covered_from timestamptz,
        covered_to timestamptz,
        last_synced_at timestamptz,
        last_full_at timestamptz,
        added integer NOT NULL DEFAULT 0,
        edited integer NOT NULL DEFAULT 0,
        deleted integer NOT NULL DEFAULT 0,
        last_error_code text,
        last_error_message text
      );
      CREATE INDEX chat_syncs_unfinished ON chat_syncs (account_id, not_before) WHERE state IN ('waiting', 'running');
      CREATE INDEX chat_syncs_requested ON chat_syncs (requested_at);

      CREATE TABLE account_syncs (
        account_id uuid NOT NULL CONSTRAINT account_syncs_pk PRIMARY KEY
          CONSTRAINT account_syncs_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        kind text NOT NULL,
        state text NOT NULL,
        requested_at timestamptz NOT NULL,
        not_before timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_error_code text,
        last_error_message text
      );

      ALTER TABLE chats ADD COLUMN forgotten_until timestamptz;

      ALTER TABLE simulator_messages ADD COLUMN edited_at timestamptz, ADD COLUMN revoked_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chats DROP COLUMN forgotten_until;
      ALTER TABLE simulator_messages DROP COLUMN edited_at, DROP COLUMN revoked_at;
      DROP TABLE account_syncs, chat_syncs;
    `);
  }
}
