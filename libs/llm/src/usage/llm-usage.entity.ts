import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one day's attempts for one purpose, model and contact came to. Ids and figures only. */
@Entity({ name: 'llm_usage' })
@Index('llm_usage_row', { synchronize: false })
@Index('llm_usage_contact', { synchronize: false })
export class LlmUsageEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'llm_usage_pk' })
  id!: string;

  /** In `TIME_ZONE`. */
  @Column({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  provider!: string;

  /** `none` when nothing answered. */
  @Column({ type: 'text' })
  model!: string;

  /** As it was then: rows stay with a contact that was merged into another one. Null: nobody's in particular, such as a batch. */
  @Column({ name: 'contact_id', type: 'uuid', nullable: true })
  contactId!: string | null;

  @Column({ type: 'integer' })
  calls!: number;

  @Column({ type: 'integer' })
  failures!: number;

  /** Calls that answered and whose model has no price: `cost_usd` is without them. */
  @Column({ name: 'unpriced_calls', type: 'integer' })
  unpricedCalls!: number;

  @Column({ name: 'input_tokens', type: 'bigint' })
  inputTokens!: string;

  @Column({ name: 'output_tokens', type: 'bigint' })
  outputTokens!: string;

  @Column({ name: 'cache_read_tokens', type: 'bigint' })
  cacheReadTokens!: string;

  @Column({ name: 'cache_write_tokens', type: 'bigint' })
  cacheWriteTokens!: string;

  @Column({ name: 'cost_usd', type: 'numeric', precision: 18, scale: 9 })
  costUsd!: string;

  @Column({ name: 'latency_sum_ms', type: 'bigint' })
  latencySumMs!: string;

  @Column({ name: 'latency_max_ms', type: 'integer' })
  latencyMaxMs!: number;

  /** How many took so long, by the borders of `latency-buckets.ts`. */
  @Column({ name: 'latency_buckets', type: 'integer', array: true })
  latencyBuckets!: number[];
}
