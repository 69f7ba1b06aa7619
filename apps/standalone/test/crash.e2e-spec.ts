import pg from 'pg';

import type { FailpointName } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestProcess } from '#testing/app';

/** Each failpoint is killed at this often; `CRASH_ROUNDS=20` is the full size. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 1);
const RANDOM_KILLS = Number(process.env.CRASH_KILLS ?? 5);
const CHATS = 4;

const FAILPOINTS: readonly FailpointName[] = [
  'inbound.before-commit',
  'inbound.stored',
  'turn.routed',
  'reply.claimed',
  'reply.made',
  'reply.answered',
  'outbox.gated',
  'outbox.sent',
  'outbox.settled',
];

describe('kill -9 on the way of a message (promises 3 and 4)', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let said = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
    pool.on('error', () => undefined);
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  /** Writes to the process from several phones. What it did not take before it died is said again, under the same id. */
  async function talk(program: TestProcess, again: readonly Said[] = []): Promise<Said[]> {
    const messages = [...again, ...Array.from({ length: CHATS }, () => newSaid((said += 1)))];
    const results = await Promise.allSettled(
      messages.map(({ id, number }) => program.phone(number).say(`message ${id}`, { id })),
    );
    return messages.filter((_, index) => results[index]?.status === 'rejected');
  }

  async function recover(left: readonly Said[]): Promise<void> {
    const program = await TestProcess.start(database.url);
    try {
      const untaken = await talk(program, left);
      expect(untaken).toEqual([]);
      await waitFor(async () => !(await isUnderWay(pool)), { what: 'everything to be worked off', timeoutMs: 30_000 });
    } finally {
      await program.end('SIGKILL');
    }
  }

  it.each(FAILPOINTS)(
    'loses nothing and doubles nothing when it dies at %s',
    async (name) => {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const program = await TestProcess.start(database.url, { FAILPOINT: `${name}:${((round - 1) % 3) + 1}` });
        const left = await talk(program);
        // A test that never reaches its step says nothing.
        expect(await program.died(15_000)).toBe(true);
        await recover(left);
      }
      await expectAllAnsweredOnce(pool);
    },
    60_000 + ROUNDS * 20_000,
  );

  it(
    'loses nothing and doubles nothing when it dies at any time',
    async () => {
      let left: Said[] = [];
      for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
        const program = await TestProcess.start(database.url);
        setTimeout(() => void program.end('SIGKILL'), 5 + ((kill * 7_919) % 300));
        left = await talk(program, left);
        await program.died(15_000);
      }
      await recover(left);
      await expectAllAnsweredOnce(pool);
    },
    60_000 + RANDOM_KILLS * 20_000,
  );

  it(
    'ends cleanly on SIGTERM, with nothing left in the middle of being sent (promise 16)',
    async () => {
      for (let round = 0; round < Math.max(3, ROUNDS); round += 1) {
        const program = await TestProcess.start(database.url);
        const left = await talk(program);
        const started = performance.now();
        expect(await program.end('SIGTERM')).toBe(0);
        expect(performance.now() - started).toBeLessThan(15_000);
        const { rows } = await pool.query(`SELECT id FROM outbox WHERE state = 'sending'`);
        expect(rows).toEqual([]);
        expect(left).toEqual([]);
      }
      await recover([]);
      await expectAllAnsweredOnce(pool);
    },
    60_000 + ROUNDS * 20_000,
  );
});

interface Said {
  readonly id: string;
  readonly number: string;
}

/** Each message comes from a chat of its own, so that each is a turn of its own. */
function newSaid(place: number): Said {
  return { id: `3EB0CRASH${String(place).padStart(8, '0')}`, number: `+346${String(place).padStart(8, '0')}` };
}

async function isUnderWay(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ open: boolean }>(`SELECT
    EXISTS (SELECT 1 FROM simulator_messages WHERE delivered_at IS NULL)
    OR EXISTS (SELECT 1 FROM chats WHERE turn_due_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM turns WHERE state = 'pending')
    OR EXISTS (SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')) AS open`);
  return rows[0]?.open ?? true;
}

/** Every message said is stored once and has one answer, under one message id, which reached the phone. */
async function expectAllAnsweredOnce(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ external_id: string; stored: number; answers: number; arrived: number }>(`
    SELECT said.id AS external_id,
      (SELECT count(*)::integer FROM messages WHERE external_id = said.id) AS stored,
      (SELECT count(DISTINCT outbox.message_id)::integer FROM messages JOIN outbox USING (turn_id) WHERE messages.external_id = said.id) AS answers,
      (SELECT count(DISTINCT simulator_deliveries.message_id)::integer FROM messages JOIN outbox USING (turn_id)
        JOIN simulator_deliveries ON simulator_deliveries.message_id = outbox.message_id WHERE messages.external_id = said.id) AS arrived
    FROM simulator_messages AS said`);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => row.stored !== 1 || row.answers !== 1 || row.arrived !== 1)).toEqual([]);
  const { rows: doubled } = await pool.query(
    'SELECT chat FROM simulator_deliveries GROUP BY chat HAVING count(DISTINCT message_id) > 1',
  );
  expect(doubled).toEqual([]);
  const { rows: unknown } = await pool.query(`SELECT id FROM outbox WHERE state = 'unknown'`);
  expect(unknown).toEqual([]);
}
