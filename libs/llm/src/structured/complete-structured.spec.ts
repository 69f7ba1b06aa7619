import { jest } from '@jest/globals';

import { llmError } from '../llm.errors.js';
import type { Completion } from '../port/completion.js';
import type { PromptMessage } from '../port/completion-request.js';
import { completeStructured } from './complete-structured.js';

const NUMBER = {
  name: 'number',
  description: 'A number.',
  jsonSchema: { type: 'object' },
  parse: (value: unknown): number => {
    const { n } = value as { n: unknown };
    if (typeof n !== 'number') throw new Error('n takes a number.');
    return n;
  },
};

describe('completeStructured', () => {
  it('takes a valid first output', async () => {
    const { ask, repairs } = asking(said('{"n":1}'));
    expect(await completeStructured(NUMBER, ask)).toEqual({
      value: 1,
      model: 'm',
      usage: usage(1),
      durationMs: 10,
      repaired: false,
    });
    expect(repairs).toEqual([[]]);
  });

  it.each([
    ['a wrong value', said('{"n":"x"}'), 'n takes a number.'],
    ['no JSON', said('one'), 'not one valid JSON value'],
    ['a cut output', { ...said('{"n":'), stopReason: 'max-tokens' as const }, 'Answer shorter'],
    ['an empty output', said(''), 'not one valid JSON value'],
  ])('shows %s to the model once, and adds up both calls', async (_, first, shown) => {
    const { ask, repairs } = asking(first, said('{"n":2}'));
    expect(await completeStructured(NUMBER, ask)).toEqual({
      value: 2,
      model: 'm',
      usage: usage(2),
      durationMs: 20,
      repaired: true,
    });
    expect(repairs[1]?.map(({ role }) => role)).toEqual(['assistant', 'user']);
    expect(repairs[1]?.[0]?.content).not.toBe('');
    expect(repairs[1]?.[1]?.content).toContain(shown);
  });

  it('shows no more than a bounded part of a huge output', async () => {
    const { ask, repairs } = asking(said('x'.repeat(10_000_000)), said('{"n":2}'));
    await completeStructured(NUMBER, ask);
    expect(repairs[1]?.[0]?.content.length).toBeLessThanOrEqual(8_000);
  });

  it('gives up after the second', async () => {
    const { ask, repairs } = asking(said('?'), said('?'), said('{"n":3}'));
    await expect(completeStructured(NUMBER, ask)).rejects.toMatchObject({
      code: 'llm.invalid-output',
      retryable: false,
      spent: { model: 'm', usage: usage(2) },
    });
    expect(repairs).toHaveLength(2);
  });

  it('tells what a refusal, and a repair that fails, have used', async () => {
    const { ask } = asking({ ...said(''), stopReason: 'refusal' });
    await expect(completeStructured(NUMBER, ask)).rejects.toMatchObject({
      code: 'llm.refused',
      spent: { model: 'm', usage: usage(1) },
    });
    const failing = jest.fn(ask).mockResolvedValueOnce(said('?')).mockRejectedValueOnce(llmError('llm.overloaded'));
    await expect(completeStructured(NUMBER, failing)).rejects.toMatchObject({
      code: 'llm.overloaded',
      retryable: true,
      spent: { model: 'm', usage: usage(1) },
    });
  });
});

function asking(...answers: Completion[]) {
  const repairs: (readonly PromptMessage[])[] = [];
  const ask = (repair: readonly PromptMessage[]) => {
    repairs.push(repair);
    return Promise.resolve(answers[repairs.length - 1] ?? said(''));
  };
  return { ask, repairs };
}

function said(text: string): Completion {
  return { text, stopReason: 'end', model: 'm', usage: usage(1), durationMs: 10 };
}

function usage(n: number) {
  return { inputTokens: n, outputTokens: n, cacheReadTokens: n, cacheWriteTokens: n };
}
