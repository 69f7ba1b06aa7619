import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromiumPath, createTestDatabase, hasChromium, type TestDatabase } from '#testing';

import { connectorChaos } from './connector-chaos.js';
import { ConnectorStage } from './connector-stage.js';
import { outageChaos } from './outage-chaos.js';
import { repeatChaos } from './repeat-chaos.js';

/** Twelve strike at each step of a send once; `npm run chaos -- connector --kills 200` is the full size. */
const KILLS = 12;
const MINUTE_MS = 60_000;

(hasChromium() ? describe : describe.skip)('the connector in a real browser, small', () => {
  let database: TestDatabase;
  let folder: string;
  let stage: ConnectorStage;

  beforeEach(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'secretary-chaos-'));
    await chmod(folder, 0o755);
    stage = await ConnectorStage.open({ databaseUrl: database.url, folder, chromiumPath: chromiumPath() });
  }, MINUTE_MS);

  afterEach(async () => {
    await stage.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }, MINUTE_MS);

  it(
    'never sends under a second id and loses nothing when it is killed',
    async () => {
      const verdict = await connectorChaos(stage, { kills: KILLS, seed: 3, report: () => undefined });
      expect(verdict).toMatchObject({ kills: KILLS, second_ids: 0, lost: 0, duplicates: 0, unknown_outside_window: 0 });
    },
    6 * MINUTE_MS,
  );

  it(
    'catches up on what it missed, and stores repeats once',
    async () => {
      const outages = await outageChaos(stage, { outages: 2, messages: 40, report: () => undefined });
      expect(outages).toEqual({ outages: 2, messages: 80, missing: 0, duplicates: 0, out_of_order: 0 });
      const repeats = await repeatChaos(stage, { messages: 100, times: 5 });
      expect(repeats).toEqual({ messages: 100, deliveries: 500, rows: 100, answers_per_turn_above_one: 0 });
    },
    4 * MINUTE_MS,
  );
});
