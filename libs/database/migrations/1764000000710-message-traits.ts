import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of a message beside its text: how it was made, how it sounds, and when the other side read it. It names no row of `messages`:
 * a message comes and goes between the tables and the archive, and keeps its traits.
 */
export class MessageTraits1764000000710 implements MigrationInterface {
  readonly name = 'MessageTraits1764000000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message_traits (
        message_id uuid NOT NULL CONSTRAINT message_traits_pk PRIMARY KEY,
        chat_id uuid NOT NULL CONSTRAINT message_traits_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        tokens integer,
        generation_ms integer,
        model text,
        mood text,
        nsfw_level smallint,
        response_id uuid,
        part smallint,
        parts smallint,
        read_at timestamptz
      );
      CREATE INDEX message_traits_chat ON message_traits (chat_id);

      ALTER TABLE outbox ADD COLUMN traits jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox DROP COLUMN traits; DROP TABLE message_traits');
  }
}
