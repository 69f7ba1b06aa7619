import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said, as keyed hashes: so turns are found by their words, and no word is in here. */
export class MemoryIndex1764000000630 implements MigrationInterface {
  readonly name = 'MemoryIndex1764000000630';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE memory_turn_positions;

      CREATE TABLE memory_turns (
        message_id uuid NOT NULL CONSTRAINT memory_turns_pk PRIMARY KEY,
        chat_id uuid NOT NULL CONSTRAINT memory_turns_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        position bigint NOT NULL,
        subject_id uuid NOT NULL,
        sender_id uuid,
        author text NOT NULL,
        sent_at timestamptz NOT NULL,
        edited_at timestamptz,
        features bytea NOT NULL
      );
      CREATE UNIQUE INDEX memory_turns_position ON memory_turns (chat_id, position);
      CREATE INDEX memory_turns_sender ON memory_turns (sender_id, chat_id) WHERE sender_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE memory_turns');
    await runner.query('DROP SEQUENCE memory_turn_positions');
  }
}
