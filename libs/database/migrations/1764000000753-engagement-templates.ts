import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates that operators made for writing first, and those that ship with the program and were switched off. */
export class EngagementTemplates1764000000753 implements MigrationInterface {
  readonly name = 'EngagementTemplates1764000000753';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_templates (
        id uuid NOT NULL CONSTRAINT engagement_templates_pk PRIMARY KEY,
        replaces text CONSTRAINT engagement_templates_replaces UNIQUE,
        type text NOT NULL CONSTRAINT engagement_templates_type_known
          CHECK (type IN ('check_in', 'emotional_support', 'memory_reminder', 'topic_suggestion')),
        language text NOT NULL,
        scenario text NOT NULL,
        tone text,
        text text NOT NULL,
        cloud_name text,
        cloud_language text,
        enabled boolean NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT engagement_templates_wording UNIQUE (type, language, scenario, text)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engagement_templates');
  }
}
