import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits is looked at all day, and experiments every hour: neither may cost more with every year of outreaches. */
export class EngagementIndexes1764000000755 implements MigrationInterface {
  readonly name = 'EngagementIndexes1764000000755';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX engagements_waiting ON engagements (created_at DESC, id DESC) WHERE status IN ('planned', 'approved');
      CREATE INDEX engagements_experiment ON engagements USING gin (experiment)
        WHERE experiment IS NOT NULL AND sent_at IS NOT NULL AND outcome IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX engagements_waiting, engagements_experiment');
  }
}
