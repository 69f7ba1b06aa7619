import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the operator asks of everybody. The list of all conversations ends with those in which nothing was said: a chat leaves `chats_silent` with its
 * first message. Figures of the last weeks need not read the messages of years: they lie about in the order of their time, so a BRIN does, which
 * costs a new message next to nothing.
 */
export class OperatorLists1764000000745 implements MigrationInterface {
  readonly name = 'OperatorLists1764000000745';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX chats_silent ON chats (created_at DESC, id DESC) WHERE last_message_at IS NULL AND kind = 'direct';
      CREATE INDEX messages_sent ON messages USING brin (sent_at) WITH (pages_per_range = 32)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX messages_sent; DROP INDEX chats_silent');
  }
}
