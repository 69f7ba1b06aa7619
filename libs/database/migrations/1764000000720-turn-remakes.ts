import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person writes while their answer is made joins its turn, and a turn may be only looked at instead of answered. */
export class TurnRemakes1764000000720 implements MigrationInterface {
  readonly name = 'TurnRemakes1764000000720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE turns
        ADD COLUMN revision integer NOT NULL DEFAULT 0,
        ADD COLUMN duty text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE turns DROP COLUMN revision, DROP COLUMN duty');
  }
}
