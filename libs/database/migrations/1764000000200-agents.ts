import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Task records, dead letters, and the slots of schedules. BullMQ keeps its own tables in the schema `bullmq`. */
export class Agents1764000000200 implements MigrationInterface {
  readonly name = 'Agents1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tasks (
        id uuid NOT NULL CONSTRAINT tasks_pk PRIMARY KEY,
        name text NOT NULL,
        agent text NOT NULL,
        key text,
        status text NOT NULL DEFAULT 'queued',
        progress integer NOT NULL DEFAULT 0,
        progress_message text,
        input jsonb NOT NULL,
        output_data jsonb,
        error jsonb,
        requested_by text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        heartbeat_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT tasks_status_known CHECK (status IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
        CONSTRAINT tasks_progress_percent CHECK (progress BETWEEN 0 AND 100)
      );
      CREATE UNIQUE INDEX tasks_key_unfinished ON tasks (name, key) WHERE status IN ('queued', 'running');
      CREATE INDEX tasks_unfinished ON tasks (status, created_at) WHERE status IN ('queued', 'running');

      CREATE TABLE dead_letters (
        id uuid NOT NULL CONSTRAINT dead_letters_pk PRIMARY KEY,
        agent text NOT NULL,
        task text NOT NULL,
        task_id uuid,
        payload jsonb NOT NULL,
        reason_code text NOT NULL,
        reason_message text NOT NULL,
        attempts integer NOT NULL,
        failed_at timestamptz NOT NULL,
        retried_at timestamptz
      );

      CREATE TABLE schedule_slots (
        schedule_id text NOT NULL,
        slot timestamptz NOT NULL,
        claimed_at timestamptz NOT NULL,
        finished_at timestamptz,
        outcome text,
        reason text,
        CONSTRAINT schedule_slots_pk PRIMARY KEY (schedule_id, slot),
        CONSTRAINT schedule_slots_outcome_known CHECK (outcome IN ('run', 'skipped'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE schedule_slots, dead_letters, tasks');
  }
}
