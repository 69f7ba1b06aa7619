import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Automations, what they did about which message, whom they told, and how far chats were looked through. */
export class Automations1764000000550 implements MigrationInterface {
  readonly name = 'Automations1764000000550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE automations (
        id uuid NOT NULL CONSTRAINT automations_pk PRIMARY KEY,
        name text NOT NULL CONSTRAINT automations_name_unique UNIQUE,
        "when" jsonb NOT NULL,
        actions jsonb NOT NULL,
        webhook_secret bytea,
        webhook_gone_at timestamptz,
        enabled_at timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE automation_runs (
        id uuid NOT NULL CONSTRAINT automation_runs_pk PRIMARY KEY,
        automation_id uuid NOT NULL CONSTRAINT automation_runs_automation_fk REFERENCES automations (id) ON DELETE CASCADE,
        message_id uuid NOT NULL,
        chat_id uuid NOT NULL,
        version integer NOT NULL,
        reasons text[] NOT NULL,
        state text NOT NULL DEFAULT 'waiting'
          CONSTRAINT automation_runs_state_known CHECK (state IN ('waiting', 'done', 'failed', 'dropped')),
        outcomes jsonb NOT NULL DEFAULT '[]',
        attempts integer NOT NULL DEFAULT 0,
        claimed_until timestamptz,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT automation_runs_once UNIQUE (automation_id, message_id)
      );
      CREATE INDEX automation_runs_page ON automation_runs (automation_id, id);
      CREATE INDEX automation_runs_waiting ON automation_runs (chat_id) WHERE state = 'waiting';

      CREATE TABLE automation_notifications (
        run_id uuid NOT NULL CONSTRAINT automation_notifications_pk PRIMARY KEY
          CONSTRAINT automation_notifications_run_fk REFERENCES automation_runs (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE webhook_deliveries (
        id uuid NOT NULL CONSTRAINT webhook_deliveries_pk PRIMARY KEY,
        run_id uuid NOT NULL CONSTRAINT webhook_deliveries_run_unique UNIQUE
          CONSTRAINT webhook_deliveries_run_fk REFERENCES automation_runs (id) ON DELETE CASCADE,
        url text NOT NULL,
        state text NOT NULL DEFAULT 'waiting'
          CONSTRAINT webhook_deliveries_state_known CHECK (state IN ('waiting', 'delivered', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        next_at timestamptz,
        last_status integer,
        last_error text,
        created_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_at) WHERE state = 'waiting';

      CREATE TABLE chat_observations (
        chat_id uuid NOT NULL CONSTRAINT chat_observations_pk PRIMARY KEY
          CONSTRAINT chat_observations_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        settled_id uuid NOT NULL,
        recent_ids uuid[] NOT NULL,
        observed_at timestamptz NOT NULL
      );

      CREATE TABLE automation_marks (
        name text NOT NULL CONSTRAINT automation_marks_pk PRIMARY KEY,
        at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE automation_marks, chat_observations, webhook_deliveries, automation_notifications, automation_runs, automations',
    );
  }
}
