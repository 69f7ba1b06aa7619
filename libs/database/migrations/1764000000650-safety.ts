import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened that somebody should look at, without a word of what was said, and what is known of a person's age. */
export class Safety1764000000650 implements MigrationInterface {
  readonly name = 'Safety1764000000650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE safety_incidents (
        id uuid NOT NULL CONSTRAINT safety_incidents_pk PRIMARY KEY,
        chat_id uuid NOT NULL CONSTRAINT safety_incidents_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        contact_id uuid CONSTRAINT safety_incidents_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        message_id uuid,
        kind text NOT NULL CONSTRAINT safety_incidents_kind_known CHECK (kind IN
          ('self-harm', 'abuse', 'violence', 'threat', 'medical', 'forbidden', 'minor', 'nsfw', 'output', 'report')),
        level smallint NOT NULL,
        action text NOT NULL CONSTRAINT safety_incidents_action_known CHECK (action IN
          ('answer', 'soften', 'decline', 'hand-over', 'care', 'replaced', 'none')),
        created_at timestamptz NOT NULL,
        handled_at timestamptz,
        CONSTRAINT safety_incidents_once UNIQUE (message_id, kind)
      );
      CREATE INDEX safety_incidents_open ON safety_incidents (id) WHERE handled_at IS NULL;
      CREATE INDEX safety_incidents_chat ON safety_incidents (chat_id);
      CREATE INDEX safety_incidents_contact ON safety_incidents (contact_id);

      CREATE TABLE contact_safety (
        contact_id uuid NOT NULL CONSTRAINT contact_safety_pk PRIMARY KEY
          CONSTRAINT contact_safety_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        adult text NOT NULL DEFAULT 'unknown'
          CONSTRAINT contact_safety_adult_known CHECK (adult IN ('confirmed', 'unknown', 'minor')),
        set_by text CONSTRAINT contact_safety_set_by_known CHECK (set_by IN ('operator', 'signal')),
        proactive_paused_until timestamptz,
        updated_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact_safety, safety_incidents');
  }
}
