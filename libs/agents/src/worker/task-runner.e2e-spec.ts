import type { INestApplicationContext } from '@nestjs/common';

import { AppError, newId, sleep } from '#kernel';
import { correlationId, Metrics, withCorrelation } from '#telemetry';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';

import { BACKENDS } from '../../testing/backends.js';
import { SampleAgent } from '../../testing/sample.agent.js';
import { startAgents } from '../../testing/start-agents.js';
import { DeadLetters } from '../dead-letters/dead-letters.service.js';
import { AgentRouter } from '../router/agent-router.js';

describe.each(BACKENDS)('a task on %s', (_, redis) => {
  let database: TestDatabase;
  let redisPrefix: string;
  let app: INestApplicationContext;
  let agent: SampleAgent;
  let router: AgentRouter;
  let deadLetters: DeadLetters;

  const start = () =>
    startAgents({ databaseUrl: database.url, redisUrl: redis(), redisPrefix, providers: [SampleAgent] });
  const drained = () => waitFor(() => router.idle(), { what: 'the queues to be empty', timeoutMs: 25_000 });

  beforeEach(async () => {
    database = await createTestDatabase();
    redisPrefix = newId();
    app = await start();
    agent = app.get(SampleAgent);
    router = app.get(AgentRouter);
    deadLetters = app.get(DeadLetters);
  });

  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  it('is tried again until it works, and counts its tries', async () => {
    const attempts: number[] = [];
    agent.onWork = (_n, { attempt }) => {
      attempts.push(attempt);
      return attempt < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    };
    await router.dispatch('sample.work', { n: 1 });
    await waitFor(() => attempts.length === 3, { what: 'the third try' });
    await drained();
    expect(attempts).toEqual([1, 2, 3]);
    expect(await deadLetters.list()).toEqual([]);
    const text = await app.get(Metrics).text();
    expect(text).toContain('agent_task_duration_seconds_count{task="sample.work",outcome="retried"} 2');
    expect(text).toContain('agent_task_duration_seconds_count{task="sample.work",outcome="completed"} 1');
  });

  it('is not tried again when it cannot succeed', async () => {
    let tries = 0;
    agent.onWork = () => {
      tries += 1;
      return Promise.reject(new AppError('sample.gone', 'It is gone.', { kind: 'not-found' }));
    };
    await router.dispatch('sample.work', { n: 7 });
    const [letter] = await waitFor(lettersOf(deadLetters), { what: 'the dead letter' });
    expect(tries).toBe(1);
    expect(letter).toMatchObject({
      agent: 'sample',
      task: 'sample.work',
      payload: { n: 7 },
      reasonCode: 'sample.gone',
      reasonMessage: 'It is gone.',
      attempts: 1,
    });
  });

  it('ends when its time is up', async () => {
    agent.onWork = (_n, { signal }) => sleep(60_000, signal);
    agent.onTurn = () => Promise.resolve();
    await router.dispatch('sample.work', { n: 1 });
    // A handler that swallows the abort is done: it had its time and said nothing of a failure.
    await drained();
    agent.onWork = async (_n, { signal }) => {
      await sleep(60_000, signal);
      signal.throwIfAborted();
    };
    await router.dispatch('sample.work', { n: 2 });
    const [letter] = await waitFor(lettersOf(deadLetters), { what: 'the dead letter' });
    expect(letter).toMatchObject({ payload: { n: 2 }, reasonCode: 'agents.timeout', attempts: 3 });
  });

  it('stands alone when it is poison: 999 of 1,000 done, one dead letter that says why', async () => {
    const done = new Set<number>();
    agent.onWork = (n) => {
      if (n === 500) return Promise.reject(new Error('a body that must not be kept: canary'));
      done.add(n);
      return Promise.resolve();
    };
    const entries = Array.from({ length: 1_000 }, (_entry, n) => ({ payload: { n } }));
    await router.dispatchMany('sample.work', entries);
    const letters = await waitFor(lettersOf(deadLetters), { what: 'the dead letter', timeoutMs: 25_000 });
    await drained();
    expect(done.size).toBe(999);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ payload: { n: 500 }, reasonCode: 'agents.unexpected', attempts: 3 });
    expect(JSON.stringify(letters)).not.toContain('canary');
  });

  it('comes back from the dead once, when asked', async () => {
    const done: number[] = [];
    agent.onWork = () => Promise.reject(new AppError('sample.no', 'No.', { kind: 'invalid' }));
    await router.dispatch('sample.work', { n: 3 });
    const [letter] = await waitFor(lettersOf(deadLetters), { what: 'the dead letter' });
    agent.onWork = (n) => Promise.resolve(void done.push(n));
    const retries = await Promise.allSettled([deadLetters.retry(letter!.id), deadLetters.retry(letter!.id)]);
    await drained();
    expect(retries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done).toEqual([3]);
    expect(await deadLetters.list()).toEqual([]);
    await expect(deadLetters.retry('no-id')).rejects.toMatchObject({ code: 'dead-letter.not-found' });
  });

  it('carries the correlation of whoever dispatched it', async () => {
    let seen: string | undefined;
    agent.onWork = () => Promise.resolve(void (seen = correlationId()));
    await withCorrelation('from-afar', () => router.dispatch('sample.work', { n: 1 }));
    await waitFor(() => seen, { what: 'the run' });
    expect(seen).toBe('from-afar');
  });

  it('goes back to the queue when its process stops, without losing a try', async () => {
    const attempts: number[] = [];
    agent.onReport = async (_n, { attempt, signal }) => {
      attempts.push(attempt);
      await sleep(60_000, signal);
      signal.throwIfAborted();
    };
    await router.dispatch('sample.report', { n: 1 });
    await waitFor(() => attempts.length === 1, { what: 'the run' });
    const began = performance.now();
    await app.close();
    expect(performance.now() - began).toBeLessThan(11_000);

    app = await start();
    router = app.get(AgentRouter);
    app.get(SampleAgent).onReport = (_n, { attempt }) => Promise.resolve(void attempts.push(attempt));
    await waitFor(() => attempts.length === 2, { what: 'the second process' });
    expect(attempts).toEqual([1, 1]);
  });
});

const lettersOf = (deadLetters: DeadLetters) => async () => {
  const letters = await deadLetters.list();
  return letters.length > 0 && letters;
};
