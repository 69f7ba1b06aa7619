import { SystemClock } from '#kernel';

import { llmError } from '../llm.errors.js';
import { callPolicy } from '../resilient/call-policy.js';
import type { UsageRecord } from '../resilient/usage-observer.js';
import { ResilientEmbedder, type Embedded, type EmbeddingSource } from './resilient-embedder.js';

const OVERLOADED = llmError('llm.overloaded');

describe('ResilientEmbedder', () => {
  it('embeds in batches, keeps the order, and makes each vector length 1', async () => {
    const { embedder, calls } = embedderOf(() => undefined);
    const texts = Array.from({ length: 150 }, (_, index) => 'x'.repeat(index + 1));
    const vectors = await embedder.embed(texts);
    expect(calls.map(({ length }) => length)).toEqual([64, 64, 22]);
    expect(vectors).toHaveLength(150);
    // The source gives [length of the text, 1].
    expect(vectors.map(([x = 0, y = 0]) => Math.round(x / y))).toEqual(texts.map(({ length }) => length));
    expect(vectors.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-5)).toBe(true);
    expect(await embedder.embed([])).toEqual([]);
  });

  it('cleans and shortens what goes out', async () => {
    const { embedder, calls } = embedderOf(() => undefined);
    await embedder.embed(['', ' \n', 'Hel\u200Blo', 'x'.repeat(7_999) + '👋']);
    expect(calls[0]?.slice(0, 3)).toEqual(['-', '-', 'Hello']);
    expect(calls[0]?.[3]).toBe(`${'x'.repeat(7_999)}\uFFFD`);
  });

  it('tries again what may pass, and counts every attempt', async () => {
    const { embedder, records } = embedderOf((call) => (call < 3 ? OVERLOADED : undefined));
    await expect(embedder.embed(['a'])).resolves.toHaveLength(1);
    expect(records).toEqual([
      expect.objectContaining({ outcome: 'llm.overloaded' }),
      expect.objectContaining({ outcome: 'llm.overloaded' }),
      expect.objectContaining({
        ...{ outcome: 'ok', provider: 'fake', model: 'fake-model', purpose: 'embedding' },
        usage: { inputTokens: 7, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 },
      }),
    ]);
  });

  it('gives up after three attempts, and leaves a provider that keeps failing in peace', async () => {
    const { embedder, calls } = embedderOf(() => OVERLOADED);
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ code: 'llm.overloaded' });
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ code: 'llm.circuit-open' });
    expect(calls).toHaveLength(5);
    expect(embedder.isAvailable).toBe(false);
  });

  it.each([
    ['too few vectors', []],
    ['a vector without a direction', [[0, 0]]],
  ])('takes %s for no answer', async (_, vectors) => {
    const { embedder } = embedderOf(() => ({ vectors, inputTokens: 1 }));
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ code: 'llm.unavailable', cause: undefined });
  });

  it('ends when it is taken back', async () => {
    const { embedder, calls } = embedderOf(() => undefined);
    await expect(embedder.embed(['a'], AbortSignal.abort())).rejects.toMatchObject({ code: 'llm.aborted' });
    expect(calls).toEqual([]);
  });
});

function embedderOf(outcomeOf: (call: number) => Embedded | Error | undefined) {
  const calls: (readonly string[])[] = [];
  const source: EmbeddingSource = {
    name: 'fake',
    model: 'fake-model',
    embed: (texts) => {
      calls.push(texts);
      const outcome = outcomeOf(calls.length) ?? { vectors: texts.map(({ length }) => [length, 1]), inputTokens: 7 };
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
  };
  const records: UsageRecord[] = [];
  const policy = callPolicy(60_000);
  const quick = { ...policy, retry: { ...policy.retry, baseMs: 0, capMs: 0 } };
  const sleep = (milliseconds: number): Promise<void> =>
    milliseconds === 60_000 ? new Promise(() => undefined) : Promise.resolve();
  const surroundings = { clock: new SystemClock(), sleep, random: () => 0 };
  const embedder = new ResilientEmbedder(source, quick, surroundings, { record: (usage) => records.push(usage) });
  return { embedder, calls, records };
}
