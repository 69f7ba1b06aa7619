import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How characters and people stand with each other, what was said in short, and the portrait of each person. */
export class Relationships1764000000640 implements MigrationInterface {
  readonly name = 'Relationships1764000000640';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE relationships (
        character_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT relationships_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        id uuid NOT NULL CONSTRAINT relationships_id_unique UNIQUE,
        subject_id uuid NOT NULL,
        level double precision NOT NULL,
        trust double precision NOT NULL,
        intimacy double precision NOT NULL,
        level_root double precision NOT NULL,
        trust_root double precision NOT NULL,
        intimacy_root double precision NOT NULL,
        tone double precision NOT NULL,
        openness double precision NOT NULL,
        recent_talk double precision NOT NULL,
        recent_harm double precision NOT NULL,
        stage text NOT NULL,
        high_since timestamptz,
        total_interactions integer NOT NULL,
        first_interaction_at timestamptz,
        last_interaction_at timestamptz,
        shared bytea,
        version integer NOT NULL,
        CONSTRAINT relationships_pk PRIMARY KEY (contact_id, character_id),
        CONSTRAINT relationships_bounds CHECK (least(level, trust, intimacy) >= 0 AND greatest(level, trust, intimacy) <= 100)
      );

      CREATE TABLE emotional_states (
        id uuid NOT NULL CONSTRAINT emotional_states_pk PRIMARY KEY,
        character_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT emotional_states_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        emotion text NOT NULL,
        valence real NOT NULL,
        intensity real NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX emotional_states_latest ON emotional_states (contact_id, character_id, at);

      CREATE TABLE memory_summaries (
        id uuid NOT NULL CONSTRAINT memory_summaries_pk PRIMARY KEY,
        character_id uuid NOT NULL,
        chat_id uuid NOT NULL CONSTRAINT memory_summaries_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        contact_id uuid CONSTRAINT memory_summaries_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        speaker_ids uuid[] NOT NULL,
        subject_id uuid NOT NULL,
        text bytea NOT NULL,
        language text,
        importance smallint NOT NULL,
        message_count integer NOT NULL,
        first_message_at timestamptz NOT NULL,
        last_message_at timestamptz NOT NULL,
        supersedes_id uuid,
        model text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX memory_summaries_chat ON memory_summaries (chat_id, character_id, id);
      CREATE INDEX memory_summaries_contact ON memory_summaries (contact_id, character_id, id);
      CREATE INDEX memory_summaries_speakers ON memory_summaries USING gin (speaker_ids) WHERE contact_id IS NULL;

      CREATE TABLE memory_profiles (
        character_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT memory_profiles_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        id uuid NOT NULL CONSTRAINT memory_profiles_id_unique UNIQUE,
        subject_id uuid NOT NULL,
        text bytea,
        fact_ids uuid[] NOT NULL,
        model text,
        revision integer NOT NULL,
        reflected_at timestamptz NOT NULL,
        CONSTRAINT memory_profiles_pk PRIMARY KEY (contact_id, character_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE memory_profiles, memory_summaries, emotional_states, relationships');
  }
}
