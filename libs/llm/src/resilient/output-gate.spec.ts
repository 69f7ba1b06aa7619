import fc from 'fast-check';

import { llmError } from '../llm.errors.js';
import type { Completion } from '../port/completion.js';
import { OutputGate } from './output-gate.js';

const DONE: Completion = {
  text: '',
  stopReason: 'end',
  model: 'm',
  usage: { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 },
  durationMs: 0,
};

describe('OutputGate', () => {
  it('lets pieces through whole, also when one ends in half an emoji', () => {
    const gate = new OutputGate(100);
    expect(['a\uD83D', '\uDE00b', '\u0000c\uDE00'].map((piece) => gate.push(piece))).toEqual(['a', '😀b', 'c\uFFFD']);
    expect(gate.finish(DONE).text).toBe('a😀bc\uFFFD');
  });

  it('cuts at its limit, never inside of an emoji, and says so', () => {
    const gate = new OutputGate(3);
    expect(gate.push('ab😀')).toBe('ab');
    expect(gate.full).toBe(true);
    expect(gate.finish(DONE)).toMatchObject({ text: 'ab', stopReason: 'max-tokens' });
  });

  it('takes nothing for an answer only from a refusal', () => {
    expect(() => new OutputGate(3).finish(DONE)).toThrow(llmError('llm.empty-output'));
    expect(new OutputGate(3).finish({ ...DONE, stopReason: 'refusal' }).text).toBe('');
  });

  it('hands on exactly what it says in the end, well formed, however the text comes in pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.nat(20), (pieces, limit) => {
        const gate = new OutputGate(limit);
        const passed = pieces.map((piece) => gate.push(piece)).join('');
        expect(passed.length).toBeLessThanOrEqual(limit);
        expect(passed.isWellFormed()).toBe(true);
        expect(gate.finish({ ...DONE, stopReason: 'refusal' }).text).toBe(passed);
      }),
    );
  });
});
