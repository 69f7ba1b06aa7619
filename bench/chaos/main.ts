import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openDatabase } from '#database';

import { connectorChaos } from './connector-chaos.js';
import { ConnectorStage } from './connector-stage.js';
import { outageChaos } from './outage-chaos.js';
import { repeatChaos } from './repeat-chaos.js';
import { soak } from './soak.js';

const USAGE = `npm run chaos -- SCENARIO [options]

  connector   kill the program and its browser while messages come and go   --kills 200 --seed 1
  outages     cut the line while messages come                              --outages 50 --messages 100
  repeats     deliver each message several times                            --messages 1000 --times 5
  soak        messages at a steady rate, a page reload each minute          --minutes 30 --rate 5

  --json FILE   write the result there, too
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    outages: { type: 'string', default: '50' },
    messages: { type: 'string' },
    times: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '5' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const report = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};
const kills = Number(values.kills);
const SCENARIOS: Readonly<Record<string, (stage: ConnectorStage) => Promise<object>>> = {
  connector: (stage) => connectorChaos(stage, { kills, seed: Number(values.seed), report }),
  outages: (stage) =>
    outageChaos(stage, { outages: Number(values.outages), messages: Number(values.messages ?? 100), report }),
  repeats: (stage) => repeatChaos(stage, { messages: Number(values.messages ?? 1_000), times: Number(values.times) }),
  soak: (stage) => soak(stage, { minutes: Number(values.minutes), rate: Number(values.rate), report }),
};

const scenario = SCENARIOS[positionals[0] ?? ''];
if (!scenario || values.help) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

const folder = await mkdtemp(join(tmpdir(), 'secretary-chaos-'));
await chmod(folder, 0o755);
const database = await openDatabase({ dataDir: join(folder, 'database') });
const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const stage = await ConnectorStage.open({ databaseUrl: database.url, folder, chromiumPath });
try {
  const result = await scenario(stage);
  const text = `${JSON.stringify(result, null, 2)}\n`;
  process.stdout.write(text);
  if (values.json) await writeFile(values.json, text);
} finally {
  await stage.close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
