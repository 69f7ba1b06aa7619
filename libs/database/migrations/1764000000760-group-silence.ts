import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group asks for silence and gets it. What happens in a group besides messages is found by when it happened. */
export class GroupSilence1764000000760 implements MigrationInterface {
  readonly name = 'GroupSilence1764000000760';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chats ADD COLUMN quiet_until timestamptz, ADD COLUMN quiet_at timestamptz;
      CREATE INDEX reactions_chat_time ON reactions (chat_id, reacted_at);
      CREATE INDEX chat_members_changed ON chat_members (changed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX chat_members_changed;
      DROP INDEX reactions_chat_time;
      ALTER TABLE chats DROP COLUMN quiet_at, DROP COLUMN quiet_until;
    `);
  }
}
