import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { Logger } from '#telemetry';

import { LATENCY_BORDERS_MS } from './latency-buckets.js';
import { ADDED_FIGURES } from './usage-figures.js';
import { keyOf, sumOf, type UsageRow } from './usage-row.js';

const FLUSH_MS = 1_000;
/** Kinds of rows that wait at the most. Beyond them, calls are no longer counted for their contact, only for everybody. */
const MOST_ROWS = 5_000;

/**
 * Adds up what was used, and writes it once a second and at the end: one statement for all rows, to which any number of processes add.
 * A call never waits for it and never fails by it. A process that is killed loses the last second; a connection that is lost in the
 * very moment of a commit may count a second twice.
 */
@Injectable()
export class UsageLedger implements OnApplicationShutdown {
  private rows = new Map<string, UsageRow>();
  private written: Promise<void> = Promise.resolve();
  private timer?: NodeJS.Timeout;
  private failing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
  ) {}

  add(row: UsageRow): void {
    const key = keyOf(row);
    const known = this.rows.get(key);
    if (known) this.rows.set(key, sumOf(known, row));
    else if (this.rows.size < MOST_ROWS || row.contact_id === null) this.rows.set(key, row);
    else this.add({ ...row, contact_id: null });
    this.timer ??= setTimeout(() => this.flushInBackground(), FLUSH_MS).unref();
  }

  /** Resolves when everything that was added before is stored. Throws what Postgres throws; nothing is lost by that. */
  flush(): Promise<void> {
    return (this.written = this.written.catch(() => undefined).then(() => this.write()));
  }

  /** After everybody else: until then, calls may end. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush().catch((error: unknown) => {
      this.logger.warn({ err: error, rows: this.rows.size }, 'the last second of model usage could not be stored');
    });
  }

  private flushInBackground(): void {
    this.flush()
      .then(() => this.noteState(false))
      .catch((error: unknown) => this.noteState(true, error))
      .finally(() => {
        this.timer = undefined;
        if (this.rows.size > 0) this.timer = setTimeout(() => this.flushInBackground(), FLUSH_MS).unref();
      });
  }

  private async write(): Promise<void> {
    if (this.rows.size === 0) return;
    const taken = this.rows;
    this.rows = new Map();
    const sorted = [...taken].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => ({ id: newId(), ...row }));
    try {
      await this.dataSource.query(UPSERT_SQL, [JSON.stringify(sorted)]);
    } catch (error) {
      for (const [key, row] of this.rows) {
        const earlier = taken.get(key);
        taken.set(key, earlier ? sumOf(earlier, row) : row);
      }
      this.rows = taken;
      throw error;
    }
  }

  private noteState(failing: boolean, error?: unknown): void {
    if (failing && !this.failing) {
      this.logger.warn({ err: error }, 'model usage cannot be stored; it is kept and tried again every second');
    }
    this.failing = failing;
  }
}

const COLUMNS = [
  'id',
  'day',
  'purpose',
  'provider',
  'model',
  'contact_id',
  ...ADDED_FIGURES,
  'latency_max_ms',
  'latency_buckets',
];
const BUCKETS = [...LATENCY_BORDERS_MS, 0].map(
  (_, index) => `llm_usage.latency_buckets[${index + 1}] + excluded.latency_buckets[${index + 1}]`,
);

const UPSERT_SQL = `
INSERT INTO llm_usage (${COLUMNS.join(', ')})
SELECT ${COLUMNS.join(', ')} FROM jsonb_populate_recordset(NULL::llm_usage, $1::jsonb)
ON CONFLICT (day, purpose, provider, model, (coalesce(contact_id, '00000000-0000-0000-0000-000000000000'))) DO UPDATE SET
  ${ADDED_FIGURES.map((column) => `${column} = llm_usage.${column} + excluded.${column}`).join(',\n  ')},
  latency_max_ms = greatest(llm_usage.latency_max_ms, excluded.latency_max_ms),
  latency_buckets = ARRAY[${BUCKETS.join(', ')}]`;
