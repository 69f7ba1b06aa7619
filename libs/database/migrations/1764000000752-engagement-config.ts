import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The settings of writing first as operators changed them, version by version, and who did what to them: written once, never changed. */
export class EngagementConfig1764000000752 implements MigrationInterface {
  readonly name = 'EngagementConfig1764000000752';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_config_versions (
        version integer NOT NULL CONSTRAINT engagement_config_versions_pk PRIMARY KEY,
        overrides jsonb NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        note text
      );

      CREATE TABLE engagement_audit (
        id uuid NOT NULL CONSTRAINT engagement_audit_pk PRIMARY KEY,
        at timestamptz NOT NULL,
        principal text NOT NULL,
        action text NOT NULL,
        subject text,
        detail jsonb NOT NULL
      );
      CREATE INDEX engagement_audit_page ON engagement_audit (at DESC, id DESC);

      CREATE FUNCTION engagement_audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'engagement_audit is append-only'; END $$;
      CREATE TRIGGER engagement_audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON engagement_audit
        FOR EACH STATEMENT EXECUTE FUNCTION engagement_audit_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE engagement_audit, engagement_config_versions;
      DROP FUNCTION engagement_audit_stays;
    `);
  }
}
