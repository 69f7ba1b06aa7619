import type { MigrationInterface, QueryRunner } from 'typeorm';

/** WhatsApp's Cloud API: what its webhook told and waits to be taken, what was sent through it, and who may be answered freely. */
export class CloudApi1764000000410 implements MigrationInterface {
  readonly name = 'CloudApi1764000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cloud_api_events (
        seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT cloud_api_events_pk PRIMARY KEY,
        phone_number_id text NOT NULL,
        key text NOT NULL,
        kind text NOT NULL,
        chat_id text NOT NULL,
        message_id text NOT NULL,
        media_id text,
        content bytea,
        received_at timestamptz NOT NULL,
        taken_at timestamptz,
        CONSTRAINT cloud_api_events_once UNIQUE (phone_number_id, key)
      );
      CREATE INDEX cloud_api_events_waiting ON cloud_api_events (phone_number_id, seq) WHERE taken_at IS NULL;
      CREATE INDEX cloud_api_events_taken ON cloud_api_events (taken_at) WHERE taken_at IS NOT NULL;
      CREATE INDEX cloud_api_events_chat ON cloud_api_events (phone_number_id, chat_id, seq) WHERE kind = 'message';

      CREATE TABLE cloud_api_messages (
        phone_number_id text NOT NULL,
        id text NOT NULL,
        chat_id text NOT NULL,
        wamid text,
        attempt integer NOT NULL,
        state text NOT NULL,
        ack smallint NOT NULL,
        failure integer,
        sent_at timestamptz NOT NULL,
        CONSTRAINT cloud_api_messages_pk PRIMARY KEY (phone_number_id, id),
        CONSTRAINT cloud_api_messages_wamid UNIQUE (phone_number_id, wamid)
      );

      CREATE TABLE cloud_api_windows (
        phone_number_id text NOT NULL,
        chat_id text NOT NULL,
        heard_at timestamptz NOT NULL,
        CONSTRAINT cloud_api_windows_pk PRIMARY KEY (phone_number_id, chat_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cloud_api_windows, cloud_api_messages, cloud_api_events');
  }
}
