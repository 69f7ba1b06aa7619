import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody runs the clock, and what the statistics are made from. */
export class Operations1764000000540 implements MigrationInterface {
  readonly name = 'Operations1764000000540';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheduler_heartbeats (
        process_id uuid NOT NULL CONSTRAINT scheduler_heartbeats_pk PRIMARY KEY,
        beat_at timestamptz NOT NULL
      );

      CREATE INDEX dead_letters_task ON dead_letters (task_id) WHERE retried_at IS NULL;

      ALTER TABLE chats ADD COLUMN first_message_at timestamptz;
      UPDATE chats SET first_message_at = (SELECT min(sent_at) FROM messages WHERE chat_id = chats.id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chats DROP COLUMN first_message_at;
      DROP INDEX dead_letters_task;
      DROP TABLE scheduler_heartbeats;
    `);
  }
}
