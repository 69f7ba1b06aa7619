import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the operator brought a chat back from the archive: it is not put away again the same night. */
export class RestoredChats1764000000570 implements MigrationInterface {
  readonly name = 'RestoredChats1764000000570';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chats ADD COLUMN restored_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chats DROP COLUMN restored_at');
  }
}
