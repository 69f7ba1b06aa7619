import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the autonomy engine knows of a group, and what it decided last. A decision hangs on its group and not on the chat: whoever looks at a
 * group holds the group's row only, and a look at the chat's would meet those who lock the chat first.
 */
export class Autonomy1764000000761 implements MigrationInterface {
  readonly name = 'Autonomy1764000000761';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE autonomy_groups (
        chat_id uuid NOT NULL CONSTRAINT autonomy_groups_pk PRIMARY KEY
          CONSTRAINT autonomy_groups_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        engine text CONSTRAINT autonomy_groups_engine_known CHECK (engine IN ('off', 'v1', 'v2')),
        muted boolean NOT NULL DEFAULT false,
        actions_per_hour smallint,
        actions_per_day smallint,
        answers_at_once smallint,
        answers_per_hour smallint,
        zone text,
        interests text[] NOT NULL DEFAULT '{}',
        bots uuid[] NOT NULL DEFAULT '{}',
        share_pattern boolean NOT NULL DEFAULT false,
        mood text NOT NULL DEFAULT 'neutral',
        mood_until timestamptz,
        mood_frozen boolean NOT NULL DEFAULT false,
        mood_profiles jsonb NOT NULL DEFAULT '{}',
        state bytea,
        seen_at timestamptz NOT NULL,
        seen_id uuid NOT NULL,
        events_at timestamptz NOT NULL,
        next_check_at timestamptz NOT NULL,
        busy_until timestamptz,
        decisions bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by text
      );
      CREATE INDEX autonomy_groups_due ON autonomy_groups (next_check_at);
      CREATE TABLE autonomy_decisions (
        chat_id uuid NOT NULL CONSTRAINT autonomy_decisions_group_fk REFERENCES autonomy_groups (chat_id) ON DELETE CASCADE,
        slot smallint NOT NULL,
        id uuid NOT NULL CONSTRAINT autonomy_decisions_id_unique UNIQUE,
        number bigint NOT NULL,
        at timestamptz NOT NULL,
        trigger text NOT NULL CONSTRAINT autonomy_decisions_trigger_known CHECK (trigger IN ('message', 'tick', 'operator')),
        engine text NOT NULL,
        mood text NOT NULL,
        action text,
        member bigint,
        score real NOT NULL,
        obstacle text,
        reasons jsonb NOT NULL,
        signals jsonb NOT NULL,
        status text NOT NULL CONSTRAINT autonomy_decisions_status_known
          CHECK (status IN ('none', 'writing', 'handed', 'dropped', 'failed')),
        reason text,
        finished_at timestamptz,
        CONSTRAINT autonomy_decisions_pk PRIMARY KEY (chat_id, slot)
      );
      CREATE INDEX autonomy_decisions_writing ON autonomy_decisions (at) WHERE status = 'writing';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE autonomy_decisions; DROP TABLE autonomy_groups');
  }
}
