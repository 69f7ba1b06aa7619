import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom somebody asked to be erased: without a mark, a contact whose key is gone looks like one who has not written yet. */
export class ErasedContacts1764000000746 implements MigrationInterface {
  readonly name = 'ErasedContacts1764000000746';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contacts ADD COLUMN erased_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contacts DROP COLUMN erased_at');
  }
}
