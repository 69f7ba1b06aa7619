import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed what about speaking unasked in groups: written once, never changed. */
export class AutonomyAudit1764000000763 implements MigrationInterface {
  readonly name = 'AutonomyAudit1764000000763';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE autonomy_audit (
        id uuid NOT NULL CONSTRAINT autonomy_audit_pk PRIMARY KEY,
        at timestamptz NOT NULL,
        principal text NOT NULL,
        action text NOT NULL,
        subject text,
        detail jsonb NOT NULL
      );
      CREATE INDEX autonomy_audit_page ON autonomy_audit (at DESC, id DESC);

      CREATE FUNCTION autonomy_audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'autonomy_audit is append-only'; END $$;
      CREATE TRIGGER autonomy_audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON autonomy_audit
        FOR EACH STATEMENT EXECUTE FUNCTION autonomy_audit_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE autonomy_audit; DROP FUNCTION autonomy_audit_stays;');
  }
}
