import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The simulated phone network: its accounts, what phones wrote to us, and what phones received from us. */
export class Simulator1764000000400 implements MigrationInterface {
  readonly name = 'Simulator1764000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE simulator_accounts (
        account_id uuid NOT NULL CONSTRAINT simulator_accounts_pk PRIMARY KEY,
        line text NOT NULL DEFAULT 'up',
        faults text,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE simulator_messages (
        seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT simulator_messages_pk PRIMARY KEY,
        account_id uuid,
        id text NOT NULL,
        chat text NOT NULL,
        chat_name text,
        sender text NOT NULL,
        sender_phone text,
        sender_lid text,
        sender_name text,
        from_me boolean NOT NULL,
        kind text NOT NULL,
        body text NOT NULL,
        quoted_id text,
        mentions text[] NOT NULL,
        sent_at timestamptz NOT NULL,
        queued_at timestamptz NOT NULL,
        delivered_at timestamptz,
        read_at timestamptz
      );
      CREATE INDEX simulator_messages_undelivered ON simulator_messages (account_id, seq) WHERE delivered_at IS NULL;
      CREATE INDEX simulator_messages_id ON simulator_messages (account_id, chat, id);

      CREATE TABLE simulator_deliveries (
        seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT simulator_deliveries_pk PRIMARY KEY,
        account_id uuid NOT NULL,
        chat text NOT NULL,
        message_id text NOT NULL,
        body text NOT NULL,
        quoted_id text,
        at timestamptz NOT NULL,
        ack smallint NOT NULL,
        told_ack smallint NOT NULL
      );
      CREATE INDEX simulator_deliveries_chat ON simulator_deliveries (chat, seq);
      CREATE INDEX simulator_deliveries_message ON simulator_deliveries (message_id);
      CREATE INDEX simulator_deliveries_untold ON simulator_deliveries (account_id, seq) WHERE told_ack < ack;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE simulator_deliveries, simulator_messages, simulator_accounts');
  }
}
