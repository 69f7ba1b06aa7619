import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, contacts with their aliases, chats, messages, turns and the outbox: the store of record. */
export class Messaging1764000000300 implements MigrationInterface {
  readonly name = 'Messaging1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        id uuid NOT NULL CONSTRAINT accounts_pk PRIMARY KEY,
        name text NOT NULL CONSTRAINT accounts_name_unique UNIQUE,
        connector text NOT NULL,
        status text NOT NULL DEFAULT 'STOPPED',
        status_reason text,
        status_since timestamptz NOT NULL DEFAULT now(),
        lease_holder text,
        lease_backend_pid integer,
        lease_backend_start timestamptz,
        lease_expires_at timestamptz,
        fencing_token bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE contacts (
        id uuid NOT NULL CONSTRAINT contacts_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT contacts_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        name text,
        merged_into uuid,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX contacts_merged_into ON contacts (merged_into) WHERE merged_into IS NOT NULL;

      CREATE TABLE contact_aliases (
        account_id uuid NOT NULL,
        kind text NOT NULL,
        value text NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT contact_aliases_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        CONSTRAINT contact_aliases_pk PRIMARY KEY (account_id, kind, value)
      );
      CREATE INDEX contact_aliases_contact ON contact_aliases (contact_id);

      CREATE TABLE chats (
        id uuid NOT NULL CONSTRAINT chats_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT chats_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        external_id text NOT NULL,
        kind text NOT NULL,
        title text,
        contact_id uuid,
        subject_id uuid NOT NULL,
        reply_mode text,
        allowed boolean,
        opted_out_at timestamptz,
        opted_in_at timestamptz,
        consent_at timestamptz,
        taken_over_until timestamptz,
        message_count integer NOT NULL DEFAULT 0,
        last_message_at timestamptz,
        unrouted_since timestamptz,
        turn_due_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT chats_external_unique UNIQUE (account_id, external_id)
      );
      CREATE UNIQUE INDEX chats_direct_unique ON chats (account_id, contact_id) WHERE kind = 'direct';
      CREATE INDEX chats_recent ON chats (last_message_at DESC, id DESC) WHERE last_message_at IS NOT NULL;
      CREATE INDEX chats_turn_due ON chats (turn_due_at) WHERE turn_due_at IS NOT NULL;

      CREATE TABLE messages (
        id uuid NOT NULL CONSTRAINT messages_pk PRIMARY KEY,
        chat_id uuid NOT NULL CONSTRAINT messages_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        external_id text NOT NULL,
        participant text NOT NULL DEFAULT '',
        author text NOT NULL,
        sender_id uuid,
        subject_id uuid NOT NULL,
        kind text NOT NULL,
        body bytea,
        search tsvector,
        ack smallint,
        quoted_id text,
        addressed boolean NOT NULL DEFAULT false,
        route text,
        route_reason text,
        turn_id uuid,
        sent_at timestamptz NOT NULL,
        stored_at timestamptz NOT NULL,
        edited_at timestamptz,
        revoked_at timestamptz
      );
      CREATE UNIQUE INDEX messages_external_unique ON messages (chat_id, external_id, participant);
      CREATE INDEX messages_page ON messages (chat_id, sent_at DESC, id DESC);
      CREATE INDEX messages_pending ON messages (chat_id) WHERE route = 'pending';
      CREATE INDEX messages_turn ON messages (turn_id) WHERE turn_id IS NOT NULL;
      CREATE INDEX messages_sender ON messages (sender_id) WHERE sender_id IS NOT NULL;
      CREATE INDEX messages_search ON messages USING gin (search);

      CREATE TABLE early_revisions (
        id uuid NOT NULL CONSTRAINT early_revisions_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT early_revisions_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        chat_external_id text NOT NULL,
        external_id text NOT NULL,
        body bytea,
        edited_at timestamptz,
        revoked_at timestamptz,
        noted_at timestamptz NOT NULL,
        CONSTRAINT early_revisions_message_unique UNIQUE (account_id, external_id, chat_external_id)
      );
      CREATE INDEX early_revisions_noted ON early_revisions (noted_at);

      CREATE TABLE turns (
        id uuid NOT NULL CONSTRAINT turns_pk PRIMARY KEY,
        position bigserial NOT NULL,
        chat_id uuid NOT NULL CONSTRAINT turns_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        agent text NOT NULL,
        state text NOT NULL,
        reason text,
        attempts integer NOT NULL DEFAULT 0,
        claimed_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE INDEX turns_chat ON turns (chat_id, created_at);
      CREATE INDEX turns_pending ON turns (chat_id, position) WHERE state = 'pending';

      CREATE TABLE outbox (
        id uuid NOT NULL CONSTRAINT outbox_pk PRIMARY KEY,
        position bigserial NOT NULL,
        account_id uuid NOT NULL CONSTRAINT outbox_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        chat_id uuid NOT NULL CONSTRAINT outbox_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        turn_id uuid,
        part integer NOT NULL DEFAULT 0,
        idempotency_key text,
        message_id text NOT NULL,
        address text,
        origin text NOT NULL,
        subject_id uuid NOT NULL,
        body bytea NOT NULL,
        state text NOT NULL,
        reason text,
        attempts integer NOT NULL DEFAULT 0,
        fencing_token bigint,
        approved_at timestamptz,
        not_before timestamptz NOT NULL,
        expires_at timestamptz,
        created_at timestamptz NOT NULL,
        gated_at timestamptz,
        sent_at timestamptz,
        CONSTRAINT outbox_message_unique UNIQUE (message_id),
        CONSTRAINT outbox_idempotency_unique UNIQUE (idempotency_key)
      );
      CREATE UNIQUE INDEX outbox_turn_part_unique ON outbox (turn_id, part) WHERE turn_id IS NOT NULL;
      CREATE INDEX outbox_chat ON outbox (chat_id);
      CREATE INDEX outbox_waiting ON outbox (account_id, position) WHERE state IN ('queued', 'sending');
      CREATE INDEX outbox_open ON outbox (chat_id, position) WHERE state IN ('queued', 'sending');
      CREATE INDEX outbox_gated ON outbox (chat_id, gated_at) WHERE gated_at IS NOT NULL;
      CREATE INDEX outbox_page ON outbox (created_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE outbox, turns, early_revisions, messages, chats, contact_aliases, contacts, accounts',
    );
  }
}
