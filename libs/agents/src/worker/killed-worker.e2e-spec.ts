import { join } from 'node:path';

import { newId } from '#kernel';
import { createTestDatabase, TestProgram, waitFor } from '#testing';

import { BACKENDS } from '../../testing/backends.js';
import { SampleAgent } from '../../testing/sample.agent.js';
import { startAgents } from '../../testing/start-agents.js';
import { AgentRouter } from '../router/agent-router.js';

const HANGING = join(import.meta.dirname, '../../testing/hang-on-turn.ts');

it.each(BACKENDS)(
  'gives the turn of a killed process to the next one, and keeps what came meanwhile (%s)',
  async (_, redis) => {
    const database = await createTestDatabase();
    const queues = { databaseUrl: database.url, redisUrl: redis(), redisPrefix: newId() };
    const victim = TestProgram.start(HANGING, { args: [database.url, redis() ?? '', queues.redisPrefix] });
    expect(await victim.line()).toBe('ready');
    const app = await startAgents(queues);
    const router = app.get(AgentRouter);
    await router.dispatch('sample.turn', { key: 'a' });
    expect(await victim.line()).toBe('a');
    await router.dispatch('sample.turn', { key: 'a' });
    await victim.kill();

    const heir = await startAgents({ ...queues, providers: [SampleAgent] });
    let runs = 0;
    heir.get(SampleAgent).onTurn = () => Promise.resolve(void (runs += 1));
    await waitFor(() => runs === 2, { what: 'both turns', timeoutMs: 40_000 });
    await waitFor(() => router.idle(), { what: 'the end' });
    await Promise.all([heir.close(), app.close()]);
    await database.drop();
  },
  60_000,
);
