import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Characters with every version of them, their pictures, and which of them answers which chat. */
export class Characters1764000000660 implements MigrationInterface {
  readonly name = 'Characters1764000000660';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE characters (
        id uuid NOT NULL CONSTRAINT characters_pk PRIMARY KEY,
        slug text NOT NULL CONSTRAINT characters_slug_unique UNIQUE,
        version integer NOT NULL,
        status text NOT NULL CONSTRAINT characters_status_known CHECK (status IN ('active', 'retired')),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE character_versions (
        character_id uuid NOT NULL CONSTRAINT character_versions_character_fk REFERENCES characters (id) ON DELETE CASCADE,
        version integer NOT NULL,
        sheet jsonb NOT NULL CONSTRAINT character_versions_adult CHECK ((sheet ->> 'age')::integer >= 18),
        card text,
        changed_by text NOT NULL,
        restored_from integer,
        created_at timestamptz NOT NULL,
        CONSTRAINT character_versions_pk PRIMARY KEY (character_id, version)
      );

      CREATE TABLE character_avatars (
        character_id uuid NOT NULL CONSTRAINT character_avatars_character_fk REFERENCES characters (id) ON DELETE CASCADE,
        sha256 text NOT NULL,
        content bytea NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT character_avatars_pk PRIMARY KEY (character_id, sha256)
      );

      CREATE TABLE character_rules (
        id smallint NOT NULL CONSTRAINT character_rules_pk PRIMARY KEY CONSTRAINT character_rules_one CHECK (id = 1),
        revision integer NOT NULL,
        changes bigint NOT NULL,
        rules jsonb NOT NULL,
        default_character_id uuid CONSTRAINT character_rules_default_fk REFERENCES characters (id),
        changed_by text,
        changed_at timestamptz
      );
      INSERT INTO character_rules (id, revision, changes, rules) VALUES (1, 0, 0, '[]');

      CREATE TABLE character_chats (
        chat_id uuid NOT NULL CONSTRAINT character_chats_pk PRIMARY KEY
          CONSTRAINT character_chats_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        character_id uuid NOT NULL CONSTRAINT character_chats_character_fk REFERENCES characters (id) ON DELETE CASCADE,
        revision integer,
        used_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE character_chats, character_rules, character_avatars, character_versions, characters',
    );
  }
}
