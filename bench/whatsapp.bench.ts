import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { waitFor } from '#testing';

import { createBenchDatabase } from './bench-app.js';
import type { BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { ConnectorStage } from './chaos/connector-stage.js';
import { median } from './paired.js';

const QR_GOAL_MS = 2_000;
const PONG_GOAL_MS = 60;
const ROUNDS = 100;
const PHONE = '+34600000001';
const CHAT = '34600000001@c.us';

/** The real library in a real browser on the stand-in: from start to a QR, and from a message to its answer through the whole program. */
export async function whatsappBench({ databaseUrl }: BenchEnvironment): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'secretary-bench-whatsapp-'));
  await chmod(folder, 0o755);
  const stage = await ConnectorStage.open({
    databaseUrl: await createBenchDatabase(databaseUrl),
    folder,
    chromiumPath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    env: { BURST_QUIET_MS: '0', BURST_MAX_MS: '0', LOOP_GUARD_REPLIES_PER_MINUTE: '1000000' },
    link: false,
  });
  try {
    const qr = await msToQr(stage);
    await stage.link();
    const pongs: number[] = [];
    for (let round = -10; round < ROUNDS; round += 1) {
      const ms = await msToPong(stage);
      if (round >= 0) pongs.push(ms);
    }
    return [row('whatsapp qr', qr, QR_GOAL_MS), row('whatsapp ping-pong p50', median(pongs), PONG_GOAL_MS)];
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** By the account's own times: from STARTING to WAIT_QR. */
async function msToQr(stage: ConnectorStage): Promise<number> {
  let starting: number | undefined;
  return waitFor(
    async () => {
      // The table is not there before the program has made it.
      const [account] = await stage
        .rows<{ status: string; status_since: Date }>(
          `SELECT status, status_since FROM accounts WHERE connector <> 'web'`,
        )
        .catch(() => []);
      if (account?.status === 'STARTING') starting = account.status_since.getTime();
      return account?.status === 'WAIT_QR' && starting !== undefined && account.status_since.getTime() - starting;
    },
    { what: 'the QR', timeoutMs: 30_000 },
  );
}

async function msToPong(stage: ConnectorStage): Promise<number> {
  const before = stage.standIn.ledger.deliveries(CHAT).length;
  const started = performance.now();
  await stage.standIn.receive({ from: PHONE, body: 'ping' });
  await waitFor(() => stage.standIn.ledger.deliveries(CHAT).length > before, { what: 'the answer', everyMs: 1 });
  return performance.now() - started;
}

function row(name: string, ms: number, goal: number): BenchRow {
  return { name, ours: ms, limit: goal, unit: 'ms', ratio: ms / goal, goal: `<= ${goal} ms`, met: ms <= goal };
}
