import { waitFor } from '#testing';

import type { ConnectorStage } from './connector-stage.js';
import { planKills, type Kill } from './kill-plan.js';
import { SendWindows } from './send-windows.js';
import { Traffic } from './traffic.js';
import { connectorVerdict, type ConnectorVerdict } from './connector-verdict.js';

export interface ConnectorChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** Told of every kill, for whoever watches. */
  readonly report: (line: string) => void;
}

const INBOUND = 3;
const OUTBOUND = 3;
/** A step that is not reached in this time is not reached: the program is killed by hand. */
const STEP_MS = 20_000;
const NEW_BROWSER_MS = 60_000;
const SETTLE_MS = 180_000;

/** Kills the program and its browser again and again while messages come and go, and counts what became of them. */
export async function connectorChaos(stage: ConnectorStage, options: ConnectorChaosOptions): Promise<ConnectorVerdict> {
  const traffic = new Traffic(stage);
  const windows = await SendWindows.watch(stage);
  await traffic.begin();
  await settled(stage, traffic);
  await stage.process.end('SIGTERM');
  await stage.backUp();
  for (const [index, kill] of planKills(options.kills, options.seed).entries()) {
    options.report(`${index + 1}/${options.kills} ${describe(kill)}`);
    await round(stage, traffic, kill, windows);
  }
  await stage.launch();
  await settled(stage, traffic);
  return connectorVerdict(stage, traffic, { kills: options.kills, struck: await windows.struck() });
}

/** One life of the program: it comes back, messages come and go, it is struck. */
async function round(stage: ConnectorStage, traffic: Traffic, kill: Kill, windows: SendWindows): Promise<void> {
  await stage.launch(kill.kind === 'failpoint' ? { FAILPOINT: `${kill.name}:${kill.passes}` } : {});
  await stage.ready();
  stage.standIn.faults.loseAck = kill.kind === 'lost-ack';
  const talk = traffic.burst(INBOUND, OUTBOUND);
  if (kill.kind === 'failpoint') await stage.process.died(STEP_MS);
  else await new Promise((resolve) => setTimeout(resolve, kill.delayMs));
  await windows.during(() => strike(stage, kill));
  await talk;
  stage.standIn.faults.loseAck = false;
  if (kill.kind === 'chromium') await survived(stage);
}

async function strike(stage: ConnectorStage, kill: Kill): Promise<void> {
  switch (kill.kind) {
    case 'chromium':
      // Our process lives, and may begin a send until it has seen that its browser is gone.
      await stage.killBrowser();
      await waitFor(async () => (await stage.browserPids()).length > 0, {
        what: 'a new browser',
        timeoutMs: NEW_BROWSER_MS,
      });
      return;
    case 'both':
      await Promise.all([stage.killNode(), stage.killBrowser()]);
      return;
    case 'rollback':
      await Promise.all([stage.killNode(), stage.killBrowser()]);
      await stage.rollBack();
      return;
    case 'node':
    case 'lost-ack':
    case 'failpoint':
      await stage.killNode();
      return;
  }
}

/** A lost browser is replaced by the program itself; then that life ends in good order. */
async function survived(stage: ConnectorStage): Promise<void> {
  await stage.ready();
  await stage.process.end('SIGTERM');
}

/** Everything said is accepted, stored, answered or let be, and nothing is on its way any more. */
async function settled(stage: ConnectorStage, traffic: Traffic): Promise<void> {
  await stage.ready();
  await waitFor(
    async () => {
      await traffic.order();
      return traffic.allAccepted && !(await isUnderWay(stage, traffic.said));
    },
    { what: 'everything to be settled', timeoutMs: SETTLE_MS, everyMs: 200 },
  );
}

async function isUnderWay(stage: ConnectorStage, said: readonly string[]): Promise<boolean> {
  const [row] = await stage.rows<{ open: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM chats WHERE turn_due_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM turns WHERE state = 'pending')
      OR EXISTS (SELECT 1 FROM outbox WHERE state IN ('queued', 'sending'))
      OR EXISTS (SELECT 1 FROM unnest($1::text[]) AS said (id) WHERE NOT EXISTS (SELECT 1 FROM messages WHERE external_id = said.id)) AS open`,
    [said],
  );
  return row?.open ?? true;
}

function describe(kill: Kill): string {
  return kill.kind === 'failpoint' ? `at ${kill.name}, pass ${kill.passes}` : `${kill.kind} after ${kill.delayMs} ms`;
}
