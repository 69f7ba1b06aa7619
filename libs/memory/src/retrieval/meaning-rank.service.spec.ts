import { jest } from '@jest/globals';

import { Embedder, Embeddings } from '#llm';
import { silentLogger } from '#telemetry';
import { waitFor } from '#testing';

import { MeaningRank } from './meaning-rank.service.js';
import type { RetrievedMemory } from './retrieved-memory.js';

/** Knows two meanings: animals, and everything else. */
class FakeEmbedder extends Embedder {
  readonly model = 'fake';
  readonly asked: string[][] = [];
  fails = false;

  embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    this.asked.push([...texts]);
    if (this.fails) return Promise.reject(new Error('down'));
    return Promise.resolve(texts.map((text) => Float32Array.from(/dog|beagle|pet/.test(text) ? [1, 0] : [0, 1])));
  }
}

function memory(id: string, text: string): RetrievedMemory {
  const none = { chatId: null, at: new Date(0), author: null, senderName: null, score: 0, relevance: 0, reasons: [] };
  return { ...none, kind: 'turn', id, text };
}

describe('MeaningRank', () => {
  const memories = [memory('1', 'a car'), memory('2', 'our beagle')];
  const ids = (ordered: readonly RetrievedMemory[] | null) => ordered?.map(({ id }) => id) ?? null;

  it('does nothing without an embedder', async () => {
    const rank = new MeaningRank(new Embeddings(), silentLogger);
    expect(rank.widening).toBe(1);
    expect(await rank.order('which pet?', memories)).toBeNull();
  });

  it('puts the nearest first, and embeds each text once', async () => {
    const embedder = new FakeEmbedder();
    const rank = new MeaningRank(new Embeddings(embedder), silentLogger);
    expect(ids(await rank.order('which pet?', memories))).toEqual(['2', '1']);
    expect(ids(await rank.order('which car?', memories))).toEqual(['1', '2']);
    expect(embedder.asked).toEqual([['which pet?', 'a car', 'our beagle'], ['which car?']]);
  });

  it('leaves it to the words when the embedder is slow, and uses what it says later', async () => {
    const embedder = new FakeEmbedder();
    let atLast = (): void => undefined;
    const slow = new Promise<void>((resolve) => (atLast = resolve));
    const embed = embedder.embed.bind(embedder);
    jest.spyOn(embedder, 'embed').mockImplementationOnce(async (texts) => {
      await slow;
      return embed(texts);
    });
    const rank = new MeaningRank(new Embeddings(embedder), silentLogger);
    expect(await rank.order('which pet?', memories)).toBeNull();
    atLast();
    await waitFor(() => embedder.asked.length === 1, { what: 'the embedder to answer' });
    expect(ids(await rank.order('which car?', memories))).toEqual(['1', '2']);
    expect(embedder.asked.at(-1)).toEqual(['which car?']);
  });

  it('leaves it to the words when the embedder fails, and ends when it is asked to', async () => {
    const embedder = new FakeEmbedder();
    embedder.fails = true;
    const rank = new MeaningRank(new Embeddings(embedder), silentLogger);
    expect(await rank.order('which pet?', memories)).toBeNull();
    await expect(rank.order('which pet?', memories, AbortSignal.abort())).rejects.toThrow();
  });
});
