import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message that we begin with is of no use any more once its person has written, in whichever of their chats. */
export class OutboxProactive1764000000751 implements MigrationInterface {
  readonly name = 'OutboxProactive1764000000751';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox ADD COLUMN unless_heard_since timestamptz;
      CREATE INDEX chats_contact ON chats (contact_id) WHERE kind = 'direct';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX chats_contact;
      ALTER TABLE outbox DROP COLUMN unless_heard_since;
    `);
  }
}
