import { setTimeout as delay } from 'node:timers/promises';

import type { ConnectorStage } from './connector-stage.js';
import { familyMb, residentMb } from './process-memory.js';

export interface SoakOptions {
  readonly minutes: number;
  /** Messages per second. */
  readonly rate: number;
  readonly report: (line: string) => void;
}

export interface SoakVerdict {
  readonly minutes: number;
  readonly said: number;
  readonly missing: number;
  readonly answered: number;
  readonly state: string;
  readonly reloads: number;
  /** MB: our process, and the browser with all its children, after the first tenth and at the end. */
  readonly node_mb: readonly [number, number];
  readonly browser_mb: readonly [number, number];
}

const CHATS = 30;
const FIRST_PHONE = 34_601_000_000;
const MINUTE_MS = 60_000;

/** Messages at a steady rate, a reload of the page each minute. */
export async function soak(stage: ConnectorStage, { minutes, rate, report }: SoakOptions): Promise<SoakVerdict> {
  const ids: string[] = [];
  const started = performance.now();
  const elapsed = (): number => performance.now() - started;
  let early: Memory | undefined;
  let reloads = 0;
  while (elapsed() < minutes * MINUTE_MS) {
    ids.push(
      await stage.standIn.receive({ from: `+${FIRST_PHONE + (ids.length % CHATS)}`, body: `soak ${ids.length}` }),
    );
    if (elapsed() > (reloads + 1) * MINUTE_MS) {
      reloads += 1;
      stage.standIn.reload();
      const { node, browser } = await memoryOf(stage);
      report(
        `minute ${reloads}: ${ids.length} said, node ${node} MB, browser ${browser} MB, ${(await stage.state()) ?? ''}`,
      );
    }
    if (!early && elapsed() > (minutes * MINUTE_MS) / 10) early = await memoryOf(stage);
    await delay(Math.max(0, (ids.length * 1_000) / rate - elapsed()));
  }
  await stage.ready();
  await delay(5_000);
  const late = await memoryOf(stage);
  const [stored] = await stage.rows<{ count: number; answered: number }>(
    `SELECT count(*)::integer AS count, count(*) FILTER (WHERE turns.state = 'answered')::integer AS answered
     FROM messages LEFT JOIN turns ON turns.id = turn_id WHERE external_id = ANY($1)`,
    [ids],
  );
  return {
    minutes,
    said: ids.length,
    missing: ids.length - (stored?.count ?? 0),
    answered: stored?.answered ?? 0,
    state: (await stage.state()) ?? 'gone',
    reloads,
    node_mb: [early?.node ?? 0, late.node],
    browser_mb: [early?.browser ?? 0, late.browser],
  };
}

interface Memory {
  readonly node: number;
  readonly browser: number;
}

async function memoryOf(stage: ConnectorStage): Promise<Memory> {
  const [browser] = await stage.browserPids();
  return {
    node: await residentMb(stage.process.pid),
    browser: browser === undefined ? 0 : await familyMb(browser),
  };
}
