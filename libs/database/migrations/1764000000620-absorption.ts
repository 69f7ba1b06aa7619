import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far what was said was taken in, what could not be, and what people asked of the memory. */
export class Absorption1764000000620 implements MigrationInterface {
  readonly name = 'Absorption1764000000620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE memory_absorptions (
        character_id uuid NOT NULL,
        chat_id uuid NOT NULL CONSTRAINT memory_absorptions_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        step text NOT NULL,
        settled_id uuid NOT NULL,
        recent_ids uuid[] NOT NULL,
        version integer NOT NULL,
        failures integer NOT NULL,
        strikes integer NOT NULL,
        narrowed integer,
        next_try_at timestamptz,
        last_error text,
        seen_messages integer,
        seen_at timestamptz,
        CONSTRAINT memory_absorptions_pk PRIMARY KEY (character_id, chat_id, step)
      );

      CREATE TABLE memory_unabsorbed (
        character_id uuid NOT NULL,
        message_id uuid NOT NULL,
        step text NOT NULL,
        chat_id uuid NOT NULL CONSTRAINT memory_unabsorbed_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT memory_unabsorbed_pk PRIMARY KEY (character_id, message_id, step)
      );
      CREATE INDEX memory_unabsorbed_chat ON memory_unabsorbed (chat_id);

      CREATE TABLE memory_requests (
        character_id uuid NOT NULL,
        message_id uuid NOT NULL,
        contact_id uuid NOT NULL CONSTRAINT memory_requests_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        kind text NOT NULL,
        words text,
        count integer NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT memory_requests_pk PRIMARY KEY (character_id, message_id)
      );
      CREATE INDEX memory_requests_contact ON memory_requests (contact_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE memory_requests, memory_unabsorbed, memory_absorptions');
  }
}
