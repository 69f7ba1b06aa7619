import type { DataSource } from 'typeorm';

/** How Postgres goes about a statement among thousands of outreaches that have ended. Nothing of them stays. */
export async function planAmongMany(
  dataSource: DataSource,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<string> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(ENDED_SQL);
    await runner.query('ANALYZE engagements');
    return JSON.stringify(await runner.query(`EXPLAIN ${sql}`, [...parameters]));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const ENDED_SQL = `
WITH somebody AS (
  INSERT INTO contacts (id, account_id) SELECT gen_random_uuid(), id FROM accounts LIMIT 1 RETURNING id
)
INSERT INTO engagements (id, contact_id, subject_id, chat_id, account_id, character_id, type, memory_ids, status, reasons, mode, stage,
  due_at, expires_at, created_at, sent_at, outcome)
SELECT gen_random_uuid(), id, id, id, id, id, 'check_in', '{}', 'sent', '[]', 'automatic', 'friend', at, at, at, at, 'ignored'
FROM somebody, generate_series(now() - interval '5000 hours', now(), interval '1 hour') AS at`;
