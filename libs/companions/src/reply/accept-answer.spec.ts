import type { Completion, CompletionRequest } from '#llm';

import { acceptAnswer } from './accept-answer.js';

const instructions =
  'You are Alma. A secretary who looks after the WhatsApp of one person and of those who write to them.';
const request: CompletionRequest = {
  purpose: 'chat',
  system: [{ text: `${instructions}\nBe kind.`, stable: true }],
  messages: [{ role: 'user', content: 'hi' }],
};

function newCompletion(text: string, stopReason: Completion['stopReason'] = 'end'): Completion {
  const usage = { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 };
  return { text, stopReason, model: 'model', usage, durationMs: 1 };
}

describe('acceptAnswer', () => {
  it.each([
    ['an answer is trimmed', newCompletion(' Hi! \n'), { kind: 'say', texts: ['Hi!'] }],
    ['a refusal is not sent', newCompletion('I cannot', 'refusal'), { kind: 'nothing', reason: 'refused' }],
    ['nothing is not sent', newCompletion(' \u0000 '), { kind: 'nothing', reason: 'empty-answer' }],
    [
      'instructions are not recited',
      newCompletion(`Sure: ${instructions}`),
      { kind: 'nothing', reason: 'recited-instructions' },
    ],
    ['short phrases of them may occur', newCompletion('Be kind.'), { kind: 'say', texts: ['Be kind.'] }],
  ])('%s', (_, completion, accepted) => {
    expect(acceptAnswer(completion, request)).toEqual(accepted);
  });

  it('cuts what is too long at the end of a sentence', () => {
    const accepted = acceptAnswer(newCompletion('A sentence. '.repeat(1_000)), request);
    expect(accepted).toMatchObject({ kind: 'say', texts: [expect.stringMatching(/sentence\.$/)] });
    expect(accepted.kind === 'say' && accepted.texts[0]?.length).toBeLessThanOrEqual(4_000);
  });

  it('cuts ten megabytes without a space, and leaves no half character', () => {
    const accepted = acceptAnswer(newCompletion('😀'.repeat(2_500_000)), request);
    const text = accepted.kind === 'say' ? (accepted.texts[0] ?? '') : '';
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text.isWellFormed()).toBe(true);
  });
});
