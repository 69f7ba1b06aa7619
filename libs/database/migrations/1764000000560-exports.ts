import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of exported chats, and the parts of their keys. */
export class Exports1764000000560 implements MigrationInterface {
  readonly name = 'Exports1764000000560';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exports (
        id uuid NOT NULL CONSTRAINT exports_pk PRIMARY KEY,
        task_id uuid,
        requested_by text NOT NULL,
        format text NOT NULL,
        chat_ids uuid[] NOT NULL,
        range_from timestamptz,
        range_to timestamptz,
        zone text NOT NULL,
        me text NOT NULL,
        include_media boolean NOT NULL,
        bom boolean NOT NULL,
        state text NOT NULL DEFAULT 'waiting'
          CONSTRAINT exports_state_known CHECK (state IN ('waiting', 'ready', 'failed', 'expired')),
        failure text,
        file_name text,
        media_type text,
        path text,
        bytes bigint,
        sha256 bytea,
        messages integer,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        expires_at timestamptz
      );
      CREATE INDEX exports_page ON exports (created_at DESC, id DESC);

      CREATE TABLE export_shares (
        export_id uuid NOT NULL CONSTRAINT export_shares_export_fk REFERENCES exports (id) ON DELETE CASCADE,
        subject_id uuid NOT NULL,
        share bytea NOT NULL,
        CONSTRAINT export_shares_pk PRIMARY KEY (export_id, subject_id)
      );
      CREATE INDEX export_shares_subject ON export_shares (subject_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE export_shares, exports');
  }
}
