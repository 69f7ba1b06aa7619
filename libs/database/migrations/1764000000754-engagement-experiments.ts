import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comparisons of ways of writing first; of each dimension one runs at a time. Their results are read from the engagements. */
export class EngagementExperiments1764000000754 implements MigrationInterface {
  readonly name = 'EngagementExperiments1764000000754';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_experiments (
        id uuid NOT NULL CONSTRAINT engagement_experiments_pk PRIMARY KEY,
        name text NOT NULL,
        dimension text NOT NULL CONSTRAINT engagement_experiments_dimension
          CHECK (dimension IN ('type', 'tone', 'template', 'timing')),
        variants jsonb NOT NULL,
        status text NOT NULL CONSTRAINT engagement_experiments_status
          CHECK (status IN ('draft', 'running', 'stopped', 'finished')),
        stop_reason text,
        started_at timestamptz,
        stopped_at timestamptz,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL
      );
      CREATE UNIQUE INDEX engagement_experiments_running ON engagement_experiments (dimension) WHERE status = 'running';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engagement_experiments');
  }
}
