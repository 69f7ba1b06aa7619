import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which character said a message: another one may answer in its chat by now. */
export class MessageSayers1764000000740 implements MigrationInterface {
  readonly name = 'MessageSayers1764000000740';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message_traits ADD COLUMN character_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE message_traits DROP COLUMN character_id');
  }
}
