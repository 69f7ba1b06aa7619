import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';

import type { FailpointName } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { TestProcess } from '#testing/app';

/** Each failpoint is killed at this often; `CRASH_ROUNDS=20` is the full size. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 1);
const RANDOM_KILLS = Number(process.env.CRASH_KILLS ?? 5);
const CHATS = 4;
/** For each process that is started. Deadlines only: how fast a machine is, is not what these tests are about. */
const LIMIT_MS = 4 * 60_000;
const DEATH_MS = 60_000;
/** How long the network keeps a message in the middle of being sent. */
const HELD_MS = 2_000;

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

  /** Talks to a process that dies at a step. Answers what it did not take. */
  async function dieAt(failpoint: string, passes: number): Promise<Said[]> {
    const program = await TestProcess.start(database.url, { FAILPOINT: failpoint });
    try {
      let left = await talk(program);
      // One batch may hold all that was said: the step comes once more when more is said.
      for (let more = 1; more < 2 * passes && !(await program.died(2_000)); more += 1) left = await talk(program, left);
      // A test that never reaches its step says nothing.
      expect(await program.died(DEATH_MS)).toBe(true);
      return left;
    } finally {
      await program.end('SIGKILL');
    }
  }

  async function recover(left: readonly Said[]): Promise<void> {
    const program = await TestProcess.start(database.url);
    try {
      const untaken = await talk(program, left);
      expect(untaken).toEqual([]);
      await waitFor(async () => !(await isUnderWay(pool)), {
        what: 'everything to be worked off',
        timeoutMs: 2 * DEATH_MS,
      });
    } finally {
      await program.end('SIGKILL');
    }
  }

  it.each(FAILPOINTS)(
    'loses nothing and doubles nothing when it dies at %s',
    async (name) => {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const passes = ((round - 1) % 3) + 1;
        const left = await dieAt(`${name}:${passes}`, passes);
        // The dead process was the last to hear how far its messages came: only the account's history tells its heir.
        await pool.query('UPDATE simulator_deliveries SET told_ack = ack');
        const given = await givenIds(pool);
        await recover(left);
        expect(await givenIds(pool)).toMatchObject(given);
      }
      await expectAllAnsweredOnce(pool);
    },
    ROUNDS * LIMIT_MS,
  );

  it(
    'loses nothing and doubles nothing when it dies at any time',
    async () => {
      let left: Said[] = [];
      for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
        const program = await TestProcess.start(database.url);
        setTimeout(() => void program.end('SIGKILL'), 5 + ((kill * 7_919) % 300));
        left = await talk(program, left);
        await program.died(DEATH_MS);
      }
      await recover(left);
      await expectAllAnsweredOnce(pool);
    },
    RANDOM_KILLS * LIMIT_MS,
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
    ROUNDS * LIMIT_MS,
  );

  it(
    'ends on SIGTERM after the message that is being sent, and not before (promise 16)',
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const program = await TestProcess.start(database.url);
        const network = await pool.connect();
        try {
          // The network takes its time: what is being sent stays so until this transaction ends.
          await network.query('BEGIN');
          await network.query('LOCK TABLE simulator_deliveries IN SHARE MODE');
          await talk(program);
          const id = await waitFor(() => beingSent(pool), { what: 'a message to be sent' });
          const ended = program.end('SIGTERM');
          await waitFor(async () => !(await isReady(program)), { what: 'the signal to be taken' });
          // Time enough to end for a process that does not wait.
          await Promise.race([ended, delay(HELD_MS)]);
          expect(await beingSent(pool)).toBe(id);
          await network.query('COMMIT');
          expect(await ended).toBe(0);
          const { rows } = await pool.query('SELECT state FROM outbox WHERE id = $1', [id]);
          expect(rows).toEqual([{ state: 'sent' }]);
          expect(await beingSent(pool)).toBeUndefined();
        } finally {
          network.release(true);
          await program.end('SIGKILL');
        }
      }
      await recover([]);
      await expectAllAnsweredOnce(pool);
    },
    ROUNDS * LIMIT_MS,
  );
});

/** The message id that each row of the outbox was given. */
async function givenIds(pool: pg.Pool): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool.query<{ id: string; message_id: string }>('SELECT id, message_id FROM outbox');
  return Object.fromEntries(rows.map((row) => [row.id, row.message_id]));
}

/** The message that is in the middle of being sent. */
async function beingSent(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM outbox WHERE state = 'sending'`);
  return rows[0]?.id;
}

async function isReady(program: TestProcess): Promise<boolean> {
  try {
    return (await program.request('/health/ready')).ok;
  } catch {
    return false;
  }
}

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

/** Every message said is stored once and has one answer, under one message id, which is stored once and reached the phone once. */
async function expectAllAnsweredOnce(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{
    external_id: string;
    stored: number;
    answers: number;
    kept: number;
    arrived: number;
  }>(`
    SELECT said.id AS external_id,
      (SELECT count(*)::integer FROM messages WHERE external_id = said.id) AS stored,
      (SELECT count(DISTINCT outbox.message_id)::integer FROM messages JOIN outbox USING (turn_id) WHERE messages.external_id = said.id) AS answers,
      (SELECT count(*)::integer FROM messages AS ours WHERE ours.author = 'assistant' AND ours.turn_id IN
        (SELECT turn_id FROM messages WHERE external_id = said.id)) AS kept,
      (SELECT count(*)::integer FROM messages JOIN outbox USING (turn_id)
        JOIN simulator_deliveries ON simulator_deliveries.message_id = outbox.message_id WHERE messages.external_id = said.id) AS arrived
    FROM simulator_messages AS said`);
  expect(rows.length).toBeGreaterThan(0);
  const once = ({ stored, answers, kept, arrived }: (typeof rows)[number]) =>
    [stored, answers, kept, arrived].every((count) => count === 1);
  expect(rows.filter((row) => !once(row))).toEqual([]);
  const { rows: doubled } = await pool.query('SELECT chat FROM simulator_deliveries GROUP BY chat HAVING count(*) > 1');
  expect(doubled).toEqual([]);
  const { rows: unknown } = await pool.query(`SELECT id FROM outbox WHERE state = 'unknown'`);
  expect(unknown).toEqual([]);
}
