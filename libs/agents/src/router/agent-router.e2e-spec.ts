import type { INestApplicationContext } from '@nestjs/common';

import { newId, sleep } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';

import { BACKENDS } from '../../testing/backends.js';
import { SampleAgent } from '../../testing/sample.agent.js';
import { startAgents } from '../../testing/start-agents.js';
import { AgentRouter } from './agent-router.js';

describe.each(BACKENDS)('AgentRouter on %s', (_, redis) => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let agent: SampleAgent;
  let router: AgentRouter;

  beforeEach(async () => {
    database = await createTestDatabase();
    app = await startAgents({
      databaseUrl: database.url,
      redisUrl: redis(),
      redisPrefix: newId(),
      providers: [SampleAgent],
    });
    agent = app.get(SampleAgent);
    router = app.get(AgentRouter);
  });

  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const drained = () => waitFor(() => router.idle(), { what: 'the queues to be empty', timeoutMs: 25_000 });

  it('keeps order within a key and loses nothing: 20 keys, 100 messages each, 50 at a time', async () => {
    const pending = new Map<string, number[]>();
    const done = new Map<string, number[]>();
    const busy = new Set<string>();
    let overlaps = 0;
    agent.onTurn = async (key) => {
      if (busy.has(key)) overlaps += 1;
      busy.add(key);
      for (let next = pending.get(key)?.shift(); next !== undefined; next = pending.get(key)?.shift()) {
        await sleep(Math.random() < 0.2 ? 1 : 0);
        done.set(key, [...(done.get(key) ?? []), next]);
      }
      busy.delete(key);
    };
    const keys = Array.from({ length: 20 }, (_, index) => `chat:${index}@c.us`);
    const sendAll = async (key: string) => {
      for (let n = 0; n < 100; n += 1) {
        pending.set(key, [...(pending.get(key) ?? []), n]);
        await router.dispatch('sample.turn', { key });
      }
    };
    await Promise.all(keys.map(sendAll));
    await drained();
    expect(overlaps).toBe(0);
    const inOrder = Array.from({ length: 100 }, (_, n) => n);
    expect([...done.values()]).toEqual(keys.map(() => inOrder));
  });

  it('runs a turn once more for what came while it ran, however much that was', async () => {
    let runs = 0;
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    agent.onTurn = async () => {
      runs += 1;
      if (runs === 1) await gate;
    };
    await router.dispatch('sample.turn', { key: 'a' });
    await waitFor(() => runs === 1, { what: 'the first run' });
    const entries = Array.from({ length: 10 }, () => ({ payload: { key: 'a' } }));
    await router.dispatchMany('sample.turn', entries);
    await router.dispatch('sample.turn', { key: 'a' });
    open();
    await drained();
    expect(runs).toBe(2);
  });

  it('lets a waiting turn keep its time, and brings it forward for an explicit 0', async () => {
    let runs = 0;
    agent.onTurn = () => Promise.resolve(void (runs += 1));
    await router.dispatch('sample.turn', { key: 'a' }, { delayMs: 60_000 });
    await router.dispatch('sample.turn', { key: 'a' });
    await router.dispatch('sample.turn', { key: 'a' }, { delayMs: 1 });
    await router.dispatch('sample.turn', { key: 'b' });
    await waitFor(() => runs === 1, { what: 'the turn of b' });
    await drained();
    expect(runs).toBe(1);
    await router.dispatch('sample.turn', { key: 'a' }, { delayMs: 0 });
    await waitFor(() => runs === 2, { what: 'the turn of a' });
    await drained();
    expect(runs).toBe(2);
  });

  it('comes back later when a running turn asks for it', async () => {
    const at: number[] = [];
    agent.onTurn = async () => {
      at.push(performance.now());
      if (at.length === 1) await router.dispatch('sample.turn', { key: 'a' }, { delayMs: 150 });
    };
    await router.dispatch('sample.turn', { key: 'a' });
    await waitFor(() => at.length === 2, { what: 'the second run' });
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(145);
  });

  it('has at most one job per key, and forgets the key when it is done', async () => {
    const seen: number[] = [];
    agent.onWork = (n) => Promise.resolve(void seen.push(n));
    await router.dispatchMany('sample.work', [
      { payload: { n: 1 }, key: 'a:1', delayMs: 50 },
      { payload: { n: 2 }, key: 'a:1' },
      { payload: { n: 3 }, key: 'a:2' },
    ]);
    await waitFor(() => seen.length === 2, { what: 'both keys' });
    await drained();
    await router.dispatch('sample.work', { n: 4 }, { key: 'a:1' });
    await drained();
    // Whether the delayed one was first or second depends on how busy the machine is.
    expect(seen.slice(0, 2).sort()).toEqual([1, 3]);
    expect(seen.slice(2)).toEqual([4]);
  });

  it('dispatches from many places at once without a deadlock', async () => {
    const seen = new Set<string>();
    agent.onTurn = (key) => Promise.resolve(void seen.add(key));
    for (let round = 0; round < 5; round += 1) {
      const entries = Array.from({ length: 250 }, (_entry, index) => ({ payload: { key: `${round}-${index}` } }));
      const backwards = [...entries].reverse();
      const calls = Array.from({ length: 8 }, (_call, index) => (index % 2 === 0 ? entries : backwards));
      await Promise.all(calls.map((call) => router.dispatchMany('sample.turn', call)));
    }
    await drained();
    expect(seen.size).toBe(1_250);
  });
});
