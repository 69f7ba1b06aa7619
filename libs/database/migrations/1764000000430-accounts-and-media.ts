import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operator wants of each account, and what comes in beyond text: attachments, reactions, who is in a group. */
export class AccountsAndMedia1764000000430 implements MigrationInterface {
  readonly name = 'AccountsAndMedia1764000000430';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts
        ADD COLUMN wanted text NOT NULL DEFAULT 'running',
        ADD COLUMN start_requested_at timestamptz,
        ADD COLUMN logout_requested_at timestamptz,
        ADD COLUMN linking_kind text,
        ADD COLUMN linking bytea;

      CREATE TABLE pairing_requests (
        id uuid NOT NULL CONSTRAINT pairing_requests_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT pairing_requests_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        phone bytea NOT NULL,
        code bytea,
        error_code text,
        error_message text,
        created_at timestamptz NOT NULL,
        taken_at timestamptz,
        answered_at timestamptz
      );
      CREATE INDEX pairing_requests_waiting ON pairing_requests (account_id) WHERE taken_at IS NULL;

      CREATE TABLE media (
        message_id uuid NOT NULL CONSTRAINT media_pk PRIMARY KEY
          CONSTRAINT media_message_fk REFERENCES messages (id) ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT media_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        chat_external_id text NOT NULL,
        external_id text NOT NULL,
        subject_id uuid NOT NULL,
        state text NOT NULL,
        reason text,
        claimed_type text NOT NULL,
        mime_type text,
        file_name bytea,
        size bigint,
        sha256 bytea,
        path text,
        attempts integer NOT NULL DEFAULT 0,
        not_before timestamptz NOT NULL,
        stored_at timestamptz
      );
      CREATE INDEX media_external ON media (account_id, external_id);
      CREATE INDEX media_pending ON media (account_id, not_before) WHERE state = 'pending';

      CREATE TABLE reactions (
        id uuid NOT NULL CONSTRAINT reactions_pk PRIMARY KEY,
        chat_id uuid NOT NULL CONSTRAINT reactions_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        message_external_id text NOT NULL,
        actor_id uuid NOT NULL,
        from_me boolean NOT NULL,
        subject_id uuid NOT NULL,
        emoji bytea,
        reacted_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX reactions_actor_unique ON reactions (chat_id, message_external_id, actor_id);
      CREATE INDEX reactions_actor ON reactions (actor_id);

      CREATE TABLE chat_members (
        chat_id uuid NOT NULL CONSTRAINT chat_members_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        contact_id uuid NOT NULL CONSTRAINT chat_members_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        present boolean NOT NULL,
        joined_at timestamptz,
        left_at timestamptz,
        changed_at timestamptz NOT NULL,
        CONSTRAINT chat_members_pk PRIMARY KEY (chat_id, contact_id)
      );
      CREATE INDEX chat_members_contact ON chat_members (contact_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE chat_members, reactions, media, pairing_requests;
      ALTER TABLE accounts
        DROP COLUMN wanted, DROP COLUMN start_requested_at, DROP COLUMN logout_requested_at, DROP COLUMN linking_kind,
        DROP COLUMN linking;
    `);
  }
}
