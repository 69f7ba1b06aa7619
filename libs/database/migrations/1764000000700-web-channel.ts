import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Conversations on the web: the account that their chats belong to, what is known of a conversation as a whole, and what each person is told,
 * in order and without a gap.
 */
export class WebChannel1764000000700 implements MigrationInterface {
  readonly name = 'WebChannel1764000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO accounts (id, name, connector, wanted, status)
      SELECT '01930000-0000-7000-8000-000000000777',
        CASE WHEN EXISTS (SELECT 1 FROM accounts WHERE name = 'web') THEN 'web-' || substr(gen_random_uuid()::text, 1, 8) ELSE 'web' END,
        'web', 'stopped', 'READY';

      ALTER TABLE chats ADD COLUMN channel text NOT NULL DEFAULT 'whatsapp';
      DROP INDEX chats_direct_unique;
      CREATE UNIQUE INDEX chats_direct_unique ON chats (account_id, contact_id, (CASE WHEN channel = 'web' THEN id ELSE account_id END))
        WHERE kind = 'direct';

      CREATE TABLE conversations (
        chat_id uuid NOT NULL CONSTRAINT conversations_pk PRIMARY KEY
          CONSTRAINT conversations_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        contact_id uuid NOT NULL CONSTRAINT conversations_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        status text NOT NULL DEFAULT 'active' CONSTRAINT conversations_status_known CHECK (status IN ('active', 'archived', 'deleted')),
        title_source text CONSTRAINT conversations_title_source_known CHECK (title_source IN ('auto', 'custom')),
        said bytea,
        mood text,
        intent text,
        nsfw_level real NOT NULL DEFAULT 0,
        nsfw_at timestamptz,
        started_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX conversations_contact ON conversations (contact_id, status);

      CREATE TABLE person_streams (
        contact_id uuid NOT NULL CONSTRAINT person_streams_pk PRIMARY KEY
          CONSTRAINT person_streams_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        position bigint NOT NULL DEFAULT 0,
        window_at timestamptz,
        sent_in_window integer NOT NULL DEFAULT 0
      );

      CREATE TABLE person_events (
        contact_id uuid NOT NULL CONSTRAINT person_events_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        position bigint NOT NULL,
        chat_id uuid NOT NULL CONSTRAINT person_events_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        event text NOT NULL,
        message_id uuid,
        payload jsonb,
        created_at timestamptz NOT NULL,
        CONSTRAINT person_events_pk PRIMARY KEY (contact_id, position)
      );
      CREATE INDEX person_events_chat ON person_events (chat_id);
      CREATE INDEX person_events_created ON person_events (created_at);

      CREATE TABLE socket_sessions (
        id text NOT NULL CONSTRAINT socket_sessions_pk PRIMARY KEY,
        contact_id uuid NOT NULL CONSTRAINT socket_sessions_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        chat_ids uuid[] NOT NULL,
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX socket_sessions_contact ON socket_sessions (contact_id);
      CREATE INDEX socket_sessions_seen ON socket_sessions (seen_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE socket_sessions, person_events, person_streams, conversations;
      -- With all chats on the web: only one of a person would have a place again.
      DELETE FROM accounts WHERE id = '01930000-0000-7000-8000-000000000777';
      DROP INDEX chats_direct_unique;
      ALTER TABLE chats DROP COLUMN channel;
      CREATE UNIQUE INDEX chats_direct_unique ON chats (account_id, contact_id) WHERE kind = 'direct';
    `);
  }
}
