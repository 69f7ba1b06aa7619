import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the language model was used for and what it cost, and how many questions each contact has had in a day. */
export class LlmUsage1764000000600 implements MigrationInterface {
  readonly name = 'LlmUsage1764000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE llm_usage (
        id uuid NOT NULL CONSTRAINT llm_usage_pk PRIMARY KEY,
        day date NOT NULL,
        purpose text NOT NULL,
        provider text NOT NULL,
        model text NOT NULL,
        contact_id uuid,
        calls integer NOT NULL,
        failures integer NOT NULL,
        unpriced_calls integer NOT NULL,
        input_tokens bigint NOT NULL,
        output_tokens bigint NOT NULL,
        cache_read_tokens bigint NOT NULL,
        cache_write_tokens bigint NOT NULL,
        cost_usd numeric(18,9) NOT NULL,
        latency_sum_ms bigint NOT NULL,
        latency_max_ms integer NOT NULL,
        latency_buckets integer[] NOT NULL
      );
      CREATE UNIQUE INDEX llm_usage_row ON llm_usage
        (day, purpose, provider, model, (coalesce(contact_id, '00000000-0000-0000-0000-000000000000')));
      CREATE INDEX llm_usage_contact ON llm_usage (contact_id, day) WHERE contact_id IS NOT NULL;

      CREATE TABLE llm_contact_days (
        day date NOT NULL,
        contact_id uuid NOT NULL,
        calls integer NOT NULL,
        CONSTRAINT llm_contact_days_pk PRIMARY KEY (day, contact_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE llm_contact_days; DROP TABLE llm_usage;');
  }
}
