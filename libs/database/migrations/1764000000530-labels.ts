import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is found out about messages and chats (sentiment, category, tags), whether a message was read, and the calls that cost. */
export class Labels1764000000530 implements MigrationInterface {
  readonly name = 'Labels1764000000530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE messages ADD COLUMN read_at timestamptz, ADD COLUMN processed_at timestamptz;

      CREATE TABLE message_labels (
        message_id uuid NOT NULL CONSTRAINT message_labels_message_fk REFERENCES messages (id) ON DELETE CASCADE,
        facet text NOT NULL,
        chat_id uuid NOT NULL,
        "values" text[] NOT NULL,
        confidences real[] NOT NULL,
        source text NOT NULL,
        model text,
        reason text,
        labelled_at timestamptz NOT NULL,
        CONSTRAINT message_labels_pk PRIMARY KEY (message_id, facet)
      );
      CREATE INDEX message_labels_chat ON message_labels (chat_id, facet);
      CREATE INDEX message_labels_values ON message_labels USING gin ("values");

      CREATE TABLE chat_labels (
        chat_id uuid NOT NULL CONSTRAINT chat_labels_chat_fk REFERENCES chats (id) ON DELETE CASCADE,
        facet text NOT NULL,
        "values" text[] NOT NULL,
        shares real[] NOT NULL,
        source text NOT NULL,
        labelled_at timestamptz NOT NULL,
        CONSTRAINT chat_labels_pk PRIMARY KEY (chat_id, facet)
      );
      CREATE INDEX chat_labels_values ON chat_labels USING gin ("values");

      CREATE TABLE metadata_calls (
        day date NOT NULL CONSTRAINT metadata_calls_pk PRIMARY KEY,
        calls integer NOT NULL
      );

      CREATE TABLE metadata_batches (
        task_id uuid NOT NULL,
        place integer NOT NULL,
        batch_id text,
        requests jsonb NOT NULL,
        submitted_at timestamptz NOT NULL,
        stored_at timestamptz,
        CONSTRAINT metadata_batches_pk PRIMARY KEY (task_id, place)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE metadata_batches, metadata_calls, chat_labels, message_labels;
      ALTER TABLE messages DROP COLUMN read_at, DROP COLUMN processed_at;
    `);
  }
}
