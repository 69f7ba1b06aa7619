import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may leave an account and when, what is sent beyond text, and what the operator does in a chat. */
export class OutboxPacing1764000000420 implements MigrationInterface {
  readonly name = 'OutboxPacing1764000000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox
        ADD COLUMN kind text NOT NULL DEFAULT 'text',
        ADD COLUMN quoted_id text,
        ADD COLUMN template bytea,
        ADD COLUMN typing_until timestamptz,
        ADD COLUMN first_contact boolean NOT NULL DEFAULT false,
        ADD COLUMN unknown_at timestamptz,
        DROP CONSTRAINT outbox_idempotency_unique,
        ADD CONSTRAINT outbox_idempotency_unique UNIQUE (idempotency_key, part);
      CREATE INDEX outbox_first_contact ON outbox (account_id, gated_at) WHERE first_contact;
      CREATE INDEX outbox_unknown ON outbox (unknown_at) WHERE state = 'unknown';

      CREATE TABLE outbox_media (
        outbox_id uuid NOT NULL CONSTRAINT outbox_media_pk PRIMARY KEY
          CONSTRAINT outbox_media_outbox_fk REFERENCES outbox (id) ON DELETE CASCADE,
        mime_type text NOT NULL,
        file_name bytea,
        content bytea NOT NULL
      );

      CREATE TABLE account_pacing (
        account_id uuid NOT NULL CONSTRAINT account_pacing_pk PRIMARY KEY
          CONSTRAINT account_pacing_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        tokens double precision,
        refilled_at timestamptz,
        held_until timestamptz,
        held_reason text,
        stopped_at timestamptz,
        warm_since timestamptz
      );

      CREATE TABLE chat_gestures (
        id uuid NOT NULL CONSTRAINT chat_gestures_pk PRIMARY KEY,
        position bigserial NOT NULL,
        account_id uuid NOT NULL CONSTRAINT chat_gestures_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        chat_id uuid NOT NULL CONSTRAINT chat_gestures_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        kind text NOT NULL,
        message_ids text[] NOT NULL,
        emoji text NOT NULL DEFAULT '',
        attempts integer NOT NULL DEFAULT 0,
        not_before timestamptz NOT NULL
      );
      CREATE INDEX chat_gestures_waiting ON chat_gestures (account_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE chat_gestures, account_pacing, outbox_media;
      ALTER TABLE outbox
        DROP CONSTRAINT outbox_idempotency_unique,
        DROP COLUMN kind, DROP COLUMN quoted_id, DROP COLUMN template, DROP COLUMN typing_until, DROP COLUMN first_contact,
        DROP COLUMN unknown_at,
        ADD CONSTRAINT outbox_idempotency_unique UNIQUE (idempotency_key);
    `);
  }
}
