import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was made of a message or in a chat is found at once, also by whoever holds up others meanwhile, and so is what waits for its time. */
export class MemoryIndexes1764000000670 implements MigrationInterface {
  readonly name = 'MemoryIndexes1764000000670';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX memory_sources_message ON memory_sources (message_id);
      CREATE INDEX memory_sources_chat ON memory_sources (chat_id);
      CREATE INDEX memory_absorptions_due ON memory_absorptions (next_try_at) WHERE next_try_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX memory_absorptions_due, memory_sources_chat, memory_sources_message');
  }
}
