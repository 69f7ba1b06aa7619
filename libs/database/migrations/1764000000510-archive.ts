import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Chats that were put away: what each archive holds, its segments with the words to find them by, and their payloads. */
export class Archive1764000000510 implements MigrationInterface {
  readonly name = 'Archive1764000000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chats ADD COLUMN archived_at timestamptz;
      CREATE INDEX chats_archived ON chats (archived_at) WHERE archived_at IS NOT NULL;

      CREATE TABLE archives (
        id uuid NOT NULL CONSTRAINT archives_pk PRIMARY KEY,
        chat_id uuid NOT NULL CONSTRAINT archives_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT archives_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        subject_id uuid NOT NULL,
        state text NOT NULL,
        damage text,
        reason text,
        requested_by text NOT NULL,
        task_id uuid,
        message_count integer NOT NULL,
        first_message_at timestamptz NOT NULL,
        last_message_at timestamptz NOT NULL,
        store text NOT NULL,
        codec text NOT NULL,
        stored_bytes bigint NOT NULL,
        original_bytes bigint NOT NULL,
        sha256 bytea NOT NULL,
        media_paths text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL
      );
      CREATE INDEX archives_chat ON archives (chat_id);
      CREATE INDEX archives_page ON archives (created_at DESC, id DESC);
      CREATE INDEX archives_media ON archives USING gin (media_paths);

      CREATE TABLE archive_segments (
        archive_id uuid NOT NULL CONSTRAINT archive_segments_archive_fk REFERENCES archives (id) ON DELETE CASCADE,
        place integer NOT NULL,
        message_count integer NOT NULL,
        first_at timestamptz NOT NULL,
        first_id uuid NOT NULL,
        last_at timestamptz NOT NULL,
        last_id uuid NOT NULL,
        payload_key text NOT NULL CONSTRAINT archive_segments_payload_unique UNIQUE,
        sha256 bytea NOT NULL,
        bytes integer NOT NULL,
        search tsvector,
        CONSTRAINT archive_segments_pk PRIMARY KEY (archive_id, place)
      );
      CREATE INDEX archive_segments_search ON archive_segments USING gin (search);
      CREATE INDEX archive_segments_unsearchable ON archive_segments (archive_id) WHERE search IS NULL;

      CREATE TABLE archive_payloads (
        key text NOT NULL CONSTRAINT archive_payloads_pk PRIMARY KEY,
        bytes bytea NOT NULL,
        stored_at timestamptz NOT NULL
      );
      ALTER TABLE archive_payloads ALTER COLUMN bytes SET STORAGE EXTERNAL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE archive_payloads, archive_segments, archives;
      ALTER TABLE chats DROP COLUMN archived_at;
    `);
  }
}
