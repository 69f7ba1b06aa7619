import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Writing first: what is known of a person for it, what is planned and was sent, and what kept us from it. */
export class Engagements1764000000750 implements MigrationInterface {
  readonly name = 'Engagements1764000000750';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engagement_people (
        contact_id uuid NOT NULL CONSTRAINT engagement_people_pk PRIMARY KEY
          CONSTRAINT engagement_people_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        character_id uuid,
        chat_id uuid,
        frequency text CONSTRAINT engagement_people_frequency_known CHECK (frequency IN ('off', 'low', 'normal', 'high')),
        quiet_from smallint,
        quiet_until smallint,
        zone text,
        zone_by text CONSTRAINT engagement_people_zone_by_known CHECK (zone_by IN ('operator', 'chat')),
        language text,
        language_by text CONSTRAINT engagement_people_language_by_known CHECK (language_by IN ('operator', 'detected')),
        preferences_by text,
        preferences_at timestamptz,
        hours smallint[],
        unanswered smallint NOT NULL DEFAULT 0,
        paused_until timestamptz,
        last_engaged_at timestamptz,
        last_heard_at timestamptz,
        last_type text,
        next_look_at timestamptz,
        looked_at timestamptz,
        looked_reason text,
        looked_reasons jsonb,
        CONSTRAINT engagement_people_quiet_bounds CHECK (
          (quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from BETWEEN 0 AND 1439 AND quiet_until BETWEEN 0 AND 1439
        )
      );
      CREATE INDEX engagement_people_due ON engagement_people (next_look_at) WHERE next_look_at IS NOT NULL;

      CREATE TABLE engagement_avoided (
        id uuid NOT NULL CONSTRAINT engagement_avoided_pk PRIMARY KEY,
        contact_id uuid NOT NULL CONSTRAINT engagement_avoided_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        subject_id uuid NOT NULL,
        topic bytea NOT NULL,
        by text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX engagement_avoided_contact ON engagement_avoided (contact_id);

      CREATE TABLE engagement_wishes (
        message_id uuid NOT NULL CONSTRAINT engagement_wishes_pk PRIMARY KEY,
        contact_id uuid NOT NULL CONSTRAINT engagement_wishes_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        kind text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX engagement_wishes_contact ON engagement_wishes (contact_id);

      CREATE TABLE engagements (
        id uuid NOT NULL CONSTRAINT engagements_pk PRIMARY KEY,
        contact_id uuid NOT NULL CONSTRAINT engagements_contact_fk REFERENCES contacts (id) ON DELETE CASCADE,
        subject_id uuid NOT NULL,
        chat_id uuid NOT NULL,
        account_id uuid NOT NULL,
        character_id uuid NOT NULL,
        type text NOT NULL CONSTRAINT engagements_type_known
          CHECK (type IN ('check_in', 'emotional_support', 'memory_reminder', 'topic_suggestion')),
        moment text,
        memory_ids uuid[] NOT NULL,
        status text NOT NULL CONSTRAINT engagements_status_known
          CHECK (status IN ('planned', 'approved', 'sent', 'answered', 'skipped', 'failed', 'expired')),
        reason text,
        reasons jsonb NOT NULL,
        body bytea,
        wording text,
        language text,
        source text CONSTRAINT engagements_source_known CHECK (source IN ('model', 'template', 'operator')),
        template_id text,
        experiment jsonb,
        mode text NOT NULL CONSTRAINT engagements_mode_known CHECK (mode IN ('automatic', 'approve')),
        stage text NOT NULL,
        due_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        approved_at timestamptz,
        approved_by text,
        handed_at timestamptz,
        outbox_id uuid,
        message_id uuid,
        sent_at timestamptz,
        outcome text CONSTRAINT engagements_outcome_known CHECK (outcome IN ('answered', 'ignored', 'opted_out')),
        answered_at timestamptz,
        response_ms bigint,
        sentiment real,
        pending_slot smallint,
        queue_slot integer,
        revision integer NOT NULL DEFAULT 0,
        CONSTRAINT engagements_slots_while_waiting
          CHECK (status IN ('planned', 'approved') OR (pending_slot IS NULL AND queue_slot IS NULL))
      );
      CREATE UNIQUE INDEX engagements_pending ON engagements (contact_id, pending_slot) WHERE pending_slot IS NOT NULL;
      CREATE UNIQUE INDEX engagements_queue ON engagements (queue_slot) WHERE queue_slot IS NOT NULL;
      CREATE UNIQUE INDEX engagements_moment ON engagements (contact_id, moment)
        WHERE moment IS NOT NULL AND status NOT IN ('skipped', 'failed', 'expired');
      CREATE INDEX engagements_due ON engagements (due_at) WHERE status IN ('planned', 'approved') AND handed_at IS NULL;
      CREATE INDEX engagements_outbox ON engagements (outbox_id) WHERE outbox_id IS NOT NULL AND sent_at IS NULL;
      CREATE INDEX engagements_handed ON engagements (contact_id, handed_at);
      CREATE INDEX engagements_unjudged ON engagements (sent_at) WHERE status = 'sent' AND outcome IS NULL;
      CREATE INDEX engagements_sent ON engagements (account_id, sent_at) WHERE sent_at IS NOT NULL;
      CREATE INDEX engagements_page ON engagements (created_at DESC, id DESC);

      CREATE TABLE engagement_skips (
        day date NOT NULL,
        reason text NOT NULL,
        type text NOT NULL,
        count integer NOT NULL,
        CONSTRAINT engagement_skips_pk PRIMARY KEY (day, reason, type)
      );

      ALTER TABLE relationships ADD COLUMN last_reached_out_at timestamptz;
      CREATE INDEX memories_coming ON memories (valid_from)
        WHERE status = 'active' AND chat_id IS NULL AND category IN ('plan', 'event');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX memories_coming;
      ALTER TABLE relationships DROP COLUMN last_reached_out_at;
      DROP TABLE engagement_skips, engagements, engagement_wishes, engagement_avoided, engagement_people;
    `);
  }
}
