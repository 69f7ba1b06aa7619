import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tokens that people talk to characters with, so that they can be revoked; never their texts. */
export class PersonTokens1764000000730 implements MigrationInterface {
  readonly name = 'PersonTokens1764000000730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_tokens (
        id uuid NOT NULL CONSTRAINT person_tokens_pk PRIMARY KEY,
        contact_id uuid NOT NULL,
        name text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX person_tokens_contact ON person_tokens (contact_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_tokens');
  }
}
