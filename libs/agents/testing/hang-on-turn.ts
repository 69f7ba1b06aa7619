// Hosts the sample agent on the queues of its arguments (database, redis or '', prefix), hangs on its first turn, and says so.
import 'reflect-metadata';

import { SampleAgent } from './sample.agent.js';
import { startAgents } from './start-agents.js';

const [databaseUrl = '', redisUrl, redisPrefix = ''] = process.argv.slice(2);
const app = await startAgents({ databaseUrl, redisUrl: redisUrl || undefined, redisPrefix, providers: [SampleAgent] });
app.get(SampleAgent).onTurn = (key) => {
  process.stdout.write(`${key}\n`);
  return new Promise(() => undefined);
};
process.stdout.write('ready\n');
