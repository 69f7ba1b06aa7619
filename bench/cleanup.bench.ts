import { setTimeout as delay } from 'node:timers/promises';

import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { CleanupService, ConversationsAgentModule, type CleanupReport } from '#conversations';
import { AccountStatuses, InboundRecorder } from '#messaging';
import { chatKindOf, type IncomingMessage } from '#whatsapp';

import { connectorRole, observed, type Platform } from '../apps/platform/src/index.js';
import { openBenchApp, type BenchApp } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { median } from './paired.js';

const ROWS = 1_000_000;
const PER_SECOND = 100;
const QUIET_MS = 20_000;
const CHATS = 400;
const GOAL = 2;
const LONG_AGO = '2020-01-01';

/** Takes messages in and cleans up, on one event loop and one pool. Nobody answers: that is another bench. */
@Module({})
class OneProcessModule {
  static forRoot(platform: Platform): DynamicModule {
    const imports = [...platform.modules, ...observed(), ...connectorRole(), ConversationsAgentModule];
    return { module: OneProcessModule, imports };
  }
}

interface Pair {
  readonly quiet: number;
  readonly busy: number;
  readonly seconds: number;
}

/** The slowest hundredth of inbound messages while a million old rows are cleaned up, against the same without: one process does both. */
export async function cleanupBench(environment: BenchEnvironment): Promise<readonly BenchRow[]> {
  const bench = await openBenchApp(environment.databaseUrl, (platform) => OneProcessModule.forRoot(platform), {
    CLEANUP_ENABLED: 'false',
  });
  const inbound = await inboundOf(bench);
  await inbound(async () => delay(QUIET_MS / 4));
  const pairs: Pair[] = [];
  for (let pair = 0; pair < environment.pairs; pair += 1) {
    await fill(bench.app.get(DataSource));
    const quiet = await inbound(() => delay(QUIET_MS));
    const started = performance.now();
    const busy = await inbound(() => cleanUp(bench));
    pairs.push({ quiet, busy, seconds: (performance.now() - started) / 1_000 });
  }
  await bench.close();
  const ratio = median(pairs.map(({ quiet, busy }) => busy / quiet));
  return [
    {
      name: 'cleanup',
      ours: median(pairs.map(({ busy }) => busy)),
      limit: median(pairs.map(({ quiet }) => quiet)),
      unit: 'ms',
      ratio,
      goal: `<= ${GOAL}`,
      met: ratio <= GOAL,
      note:
        `p99 of storing a message at ${PER_SECOND}/s while ${ROWS.toLocaleString('en')} rows are removed and every table is vacuumed ` +
        `(${Math.round(median(pairs.map(({ seconds }) => seconds)))} s), against without`,
    },
  ];
}

async function fill(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `INSERT INTO tasks (id, name, agent, status, input, output_data, requested_by, created_at, finished_at)
     SELECT gen_random_uuid(), 'bench.old', 'bench', 'completed', '{"n": 1}', jsonb_build_object('done', repeat('x', 200)), 'bench', $1, $1
     FROM generate_series(1, $2::integer)`,
    [LONG_AGO, ROWS / 2],
  );
  await dataSource.query(
    `INSERT INTO dead_letters (id, agent, task, payload, reason_code, reason_message, attempts, failed_at)
     SELECT gen_random_uuid(), 'bench', 'bench.old', jsonb_build_object('why', repeat('x', 200)), 'bench', 'bench', 5, $1
     FROM generate_series(1, $2::integer)`,
    [LONG_AGO, ROWS / 2],
  );
  await dataSource.query('CHECKPOINT');
}

async function cleanUp({ app }: BenchApp): Promise<CleanupReport> {
  const report = await app
    .get(CleanupService, { strict: false })
    .run({}, { now: new Date(), signal: new AbortController().signal, onProgress: () => Promise.resolve() });
  if (report.removed < ROWS || report.failed_steps > 0) throw new Error(`cleaned up badly: ${JSON.stringify(report)}`);
  return report;
}

/** Lets messages come in at a steady pace while `work` runs, and gives the time in ms within which 99 of 100 were stored. */
async function inboundOf({ app }: BenchApp): Promise<(work: () => Promise<unknown>) => Promise<number>> {
  const account = await app.get(AccountStatuses, { strict: false }).ensure('default', 'simulator');
  const recorder = app.get(InboundRecorder, { strict: false });
  let sent = 0;
  return async (work) => {
    const times: number[] = [];
    const under: Promise<unknown>[] = [];
    const timer = setInterval(() => {
      const started = performance.now();
      const record = recorder.record(account, newMessage((sent += 1)));
      under.push(record.then(() => times.push(performance.now() - started)));
    }, 1_000 / PER_SECOND);
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
    await Promise.all(under);
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length * 0.99)] ?? 0;
  };
}

function newMessage(place: number): IncomingMessage {
  const from = `347${String(place % CHATS).padStart(8, '0')}@c.us`;
  return {
    id: `3EB1${String(place).padStart(18, '0')}`,
    chat: { id: from, kind: chatKindOf(from) },
    sender: { id: from, name: 'Guest' },
    fromMe: false,
    kind: 'text',
    text: 'could you tell me when the shop opens on saturday please',
    sentAt: new Date(),
    live: true,
    mentions: [],
    mentionsMe: false,
  };
}
