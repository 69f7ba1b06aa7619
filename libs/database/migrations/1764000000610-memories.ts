import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What characters know of people, where it was said, and what was asked to be forgotten. */
export class Memories1764000000610 implements MigrationInterface {
  readonly name = 'Memories1764000000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE memories (
        id uuid NOT NULL CONSTRAINT memories_pk PRIMARY KEY,
        character_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT memories_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        chat_id uuid,
        subject_id uuid NOT NULL,
        text bytea NOT NULL,
        search tsvector NOT NULL,
        wording text NOT NULL,
        topic text,
        single boolean NOT NULL,
        category text NOT NULL,
        status text NOT NULL
          CONSTRAINT memories_status_known CHECK (status IN ('active', 'pending', 'held', 'closed')),
        reason text,
        origin text NOT NULL,
        confidence real NOT NULL,
        importance smallint NOT NULL,
        first_mentioned_at timestamptz NOT NULL,
        last_reinforced_at timestamptz NOT NULL,
        reinforcement_count integer NOT NULL,
        valid_from timestamptz,
        valid_until timestamptz,
        known_from timestamptz NOT NULL,
        known_until timestamptz,
        replaces_id uuid,
        replaced_by_id uuid,
        CONSTRAINT memories_valid_order CHECK (valid_from <= valid_until),
        CONSTRAINT memories_known_order CHECK (known_from <= known_until)
      );
      CREATE INDEX memories_page ON memories (contact_id, character_id, id);
      CREATE INDEX memories_ending ON memories (valid_until) WHERE status = 'active' AND valid_until IS NOT NULL;
      CREATE UNIQUE INDEX memories_single ON memories
        (character_id, contact_id, coalesce(chat_id, '00000000-0000-0000-0000-000000000000'), topic)
        WHERE status = 'active' AND single AND topic IS NOT NULL;

      CREATE TABLE memory_sources (
        memory_id uuid NOT NULL CONSTRAINT memory_sources_memory_fk REFERENCES memories (id) ON DELETE CASCADE,
        message_id uuid NOT NULL,
        chat_id uuid NOT NULL,
        CONSTRAINT memory_sources_pk PRIMARY KEY (memory_id, message_id)
      );

      CREATE TABLE memory_revisions (
        character_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT memory_revisions_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        revision integer NOT NULL,
        forgotten_until timestamptz,
        CONSTRAINT memory_revisions_pk PRIMARY KEY (contact_id, character_id)
      );

      CREATE TABLE memory_forgotten (
        character_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT memory_forgotten_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        message_id uuid NOT NULL,
        CONSTRAINT memory_forgotten_pk PRIMARY KEY (contact_id, character_id, message_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE memory_forgotten, memory_revisions, memory_sources, memories');
  }
}
