import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openDatabase } from '#database';

import { connectorChaos } from './connector-chaos.js';
import { ConnectorStage } from './connector-stage.js';
import { conversationChaos } from './conversation-chaos.js';
import { ConversationStage } from './conversation-stage.js';
import { outageChaos } from './outage-chaos.js';
import { repeatChaos } from './repeat-chaos.js';
import { soak } from './soak.js';

const USAGE = `npm run chaos -- SCENARIO [options]

  connector       kill the program and its browser while messages come and go   --kills 200 --seed 1
  outages         cut the line while messages come                              --outages 50 --messages 100
  repeats         deliver each message several times                            --messages 1000 --times 5
  soak            messages at a steady rate, a page reload each minute          --minutes 30 --rate 5
  conversations   many people talk on the web at once, over two api processes   --sockets 1000 --messages 1

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
    sockets: { type: 'string', default: '1000' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const report = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
};
const kills = Number(values.kills);
/** What a scenario may need: a database, and a folder for browsers. */
interface Ground {
  readonly databaseUrl: string;
  readonly folder: string;
}

const SCENARIOS: Readonly<Record<string, (ground: Ground) => Promise<object>>> = {
  connector: onConnector((stage) => connectorChaos(stage, { kills, seed: Number(values.seed), report })),
  outages: onConnector((stage) =>
    outageChaos(stage, { outages: Number(values.outages), messages: Number(values.messages ?? 100), report }),
  ),
  repeats: onConnector((stage) =>
    repeatChaos(stage, { messages: Number(values.messages ?? 1_000), times: Number(values.times) }),
  ),
  soak: onConnector((stage) => soak(stage, { minutes: Number(values.minutes), rate: Number(values.rate), report })),
  conversations: async ({ databaseUrl }) => {
    const stage = await ConversationStage.open({ databaseUrl });
    const options = { sockets: Number(values.sockets), messages: Number(values.messages ?? 1), report };
    return conversationChaos(stage, options).finally(() => stage.close());
  },
};

const scenario = SCENARIOS[positionals[0] ?? ''];
if (!scenario || values.help) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

const folder = await mkdtemp(join(tmpdir(), 'secretary-chaos-'));
await chmod(folder, 0o755);
const database = await openDatabase({ dataDir: join(folder, 'database') });
try {
  const result = await scenario({ databaseUrl: database.url, folder });
  const text = `${JSON.stringify(result, null, 2)}\n`;
  process.stdout.write(text);
  if (values.json) await writeFile(values.json, text);
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);

/** A scenario with a real browser that is linked to a phone. */
function onConnector(scenario: (stage: ConnectorStage) => Promise<object>): (ground: Ground) => Promise<object> {
  return async (ground) => {
    const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    const stage = await ConnectorStage.open({ ...ground, chromiumPath });
    return scenario(stage).finally(() => stage.close());
  };
}
