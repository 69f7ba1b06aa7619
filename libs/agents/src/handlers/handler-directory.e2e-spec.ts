import type { Provider } from '@nestjs/common';

import { newId } from '#kernel';
import { createTestDatabase, type TestDatabase } from '#testing';

import { SampleAgent } from '../../testing/sample.agent.js';
import { SAMPLE } from '../../testing/sample-tasks.js';
import { startAgents } from '../../testing/start-agents.js';
import { AgentRouter } from '../router/agent-router.js';
import { Agent } from './agent.decorator.js';
import { Handles } from './handles.decorator.js';

@Agent(SAMPLE)
class IdleAgent {}

@Agent(SAMPLE)
class SecondAgent {
  @Handles('sample.work')
  work(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

describe('the boot of a process', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  const start = (providers: Provider[]) => startAgents({ databaseUrl: database.url, redisPrefix: newId(), providers });

  it.each([
    ['a hosted agent lacks a handler', [IdleAgent], 'agents.unhandled-task'],
    ['a task has two handlers', [SampleAgent, SecondAgent], 'agents.doubled-handler'],
  ])('is refused when %s', async (_, providers, code) => {
    await expect(start(providers)).rejects.toMatchObject({ code });
  });

  it('works without any agent, and leaves their work to others', async () => {
    const app = await start([]);
    await app.get(AgentRouter).dispatch('sample.work', { n: 1 });
    expect(await app.get(AgentRouter).idle()).toBe(false);
    await app.close();
  });
});
