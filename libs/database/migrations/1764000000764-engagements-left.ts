import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who said STOP to an outreach is few: whether an account is to be braked is found out without counting all that it sent. */
export class EngagementsLeft1764000000764 implements MigrationInterface {
  readonly name = 'EngagementsLeft1764000000764';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX engagements_left ON engagements (account_id, sent_at) WHERE outcome = 'opted_out'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX engagements_left');
  }
}
