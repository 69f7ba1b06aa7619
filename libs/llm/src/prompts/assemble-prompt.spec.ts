import fc from 'fast-check';

import { assemblePrompt } from './assemble-prompt.js';
import { countTokens } from './count-tokens.js';
import type { ListPart, PlannedMessage, PromptPlan, TextPart } from './prompt-plan.js';

/** One token each by our count. */
function words(count: number, word = 'word'): string {
  return Array.from({ length: count }, () => word).join(' ');
}

function newText(overrides: Partial<TextPart> = {}): TextPart {
  return { name: 'text', stable: false, priority: 5, text: words(10), ...overrides };
}

function newList(overrides: Partial<ListPart> = {}): ListPart {
  const items = [
    { text: '- first', priority: 1 },
    { text: '- second', priority: 3 },
    { text: '- third', priority: 2 },
  ];
  return { name: 'list', stable: false, priority: 5, items, ...overrides };
}

function newPlan(overrides: Partial<PromptPlan> = {}): PromptPlan {
  return { sections: [], messages: [says('user', 'hello')], maxTokens: 1_000, ...overrides };
}

function says(role: PlannedMessage['role'], content: string): PlannedMessage {
  return { role, content };
}

describe('assemblePrompt', () => {
  it('puts what is stable first, leaves out what is empty, and keeps the order otherwise', () => {
    const sections = [
      newText({ text: 'today' }),
      newText({ text: 'character', stable: true }),
      newText({ text: ' ' }),
      newList({ items: [] }),
      newText({ text: 'rules', stable: true, cut: 'never' }),
    ];
    const { system, cuts, tokens } = assemblePrompt(newPlan({ sections }));
    expect(system).toEqual([
      { text: 'character', stable: true },
      { text: 'rules', stable: true },
      { text: 'today', stable: false },
    ]);
    expect(cuts).toEqual([]);
    // 1.6 rounded up for "character", 1 each for the others, 5 for the message.
    expect(tokens).toBe(9);
  });

  it('holds each section to its own limit, though there is room', () => {
    const sections = [newText({ text: 'One is here. Two is there.', maxTokens: 5 }), newText({ maxTokens: 3 })];
    const { system, cuts } = assemblePrompt(newPlan({ sections }));
    expect(system.map(({ text }) => text)).toEqual(['One is here.', words(3)]);
    expect(cuts).toEqual([
      { name: 'text', fromTokens: 8, toTokens: 4 },
      { name: 'text', fromTokens: 10, toTokens: 3 },
    ]);
  });

  it('cuts from the end that a section names', () => {
    const sections = [newText({ text: 'One is here. Two is there.', maxTokens: 5, cut: 'start' })];
    expect(assemblePrompt(newPlan({ sections })).system[0]?.text).toBe('Two is there.');
  });

  it('cuts what matters least first, and never what must stay', () => {
    const sections = [
      newText({ name: 'low', priority: 1, text: words(10, 'low') }),
      newText({ name: 'rules', text: words(10, 'rule'), cut: 'never', priority: 0 }),
      newText({ name: 'high', priority: 9, text: words(10, 'high') }),
    ];
    const { system, cuts, tokens } = assemblePrompt(newPlan({ sections, maxTokens: 28 }));
    expect(system.map(({ text }) => text)).toEqual([words(3, 'low'), words(10, 'rule'), words(10, 'high')]);
    expect(cuts).toEqual([{ name: 'low', fromTokens: 10, toTokens: 3 }]);
    expect(tokens).toBe(28);
  });

  it('drops items of a list by their priority, and keeps their order', () => {
    const sections = [newList({ heading: 'KNOWN:', maxTokens: 10 })];
    const { system, cuts } = assemblePrompt(newPlan({ sections }));
    expect(system[0]?.text).toBe('KNOWN:\n- second\n- third');
    expect(cuts).toEqual([{ name: 'list', fromTokens: 11, toTokens: 8, dropped: 1 }]);
  });

  it('leaves out the heading of a list of which nothing fits', () => {
    const { system, cuts } = assemblePrompt(newPlan({ sections: [newList({ heading: 'KNOWN:', maxTokens: 3 })] }));
    expect(system).toEqual([]);
    expect(cuts).toMatchObject([{ toTokens: 0, dropped: 3 }]);
  });

  it('marks what people wrote after it was cut, so that the mark is whole', () => {
    const { system, messages } = assemblePrompt(
      newPlan({
        sections: [newText({ text: words(50), data: 'a note', maxTokens: 30 })],
        messages: [{ ...says('user', words(100)), data: 'what was said' }],
        maxTokens: 80,
      }),
    );
    expect(system[0]?.text).toMatch(/^<data label="a note">\n(word ?)+\n<\/data>$/);
    expect(messages[0]?.content).toMatch(/^<data label="what was said">\n(word ?)+\n<\/data>$/);
  });

  it('drops the oldest messages, and begins with the user again', () => {
    const messages = [
      says('user', words(10, 'old')),
      says('assistant', words(10, 'answer')),
      says('user', words(10, 'new')),
      says('assistant', words(5, 'yes')),
      says('user', 'and now?'),
    ];
    const { messages: kept, cuts } = assemblePrompt(newPlan({ messages, history: { maxTokens: 38 } }));
    expect(kept.map(({ content }) => content)).toEqual([words(10, 'new'), words(5, 'yes'), 'and now?']);
    expect(cuts).toEqual([{ name: 'conversation', fromTokens: 51, toTokens: 23, dropped: 2 }]);
  });

  it.each([
    ['which matters more', 9, 2, ''],
    ['which matters less', 1, 0, words(10)],
  ])('weighs the conversation, %s, against the sections', (_, priority, messages, text) => {
    const plan = newPlan({
      sections: [newText()],
      messages: [says('user', words(6)), says('assistant', words(5)), says('user', 'hello')],
      maxTokens: 24,
      history: { priority },
    });
    const assembled = assemblePrompt(plan);
    expect(assembled.messages).toHaveLength(messages + 1);
    expect(assembled.system[0]?.text ?? '').toBe(text);
  });

  it('cuts one long message before it drops what is older', () => {
    const messages = [
      says('user', words(3, 'old')),
      says('assistant', words(5, 'yes')),
      says('user', words(500, 'long')),
      says('user', 'and now?'),
    ];
    const { messages: kept } = assemblePrompt(newPlan({ messages, history: { maxTokens: 50 } }));
    expect(kept.map(({ content }) => content)).toEqual([
      words(3, 'old'),
      words(5, 'yes'),
      words(21, 'long'),
      'and now?',
    ]);
  });

  it('cuts the last message at its beginning, never away', () => {
    const messages = [says('user', `${words(100, 'story')}. What do you think?`)];
    const { messages: kept, cuts } = assemblePrompt(newPlan({ messages, maxTokens: 20 }));
    expect(kept[0]?.content).toBe('What do you think?');
    expect(cuts).toMatchObject([{ name: 'last-message', toTokens: 9 }]);
  });

  it.each([
    ['instructions that leave no room', newPlan({ sections: [newText({ cut: 'never' })], maxTokens: 12 })],
    ['no message', newPlan({ messages: [] })],
  ])('refuses %s', (_, plan) => {
    expect(() => assemblePrompt(plan)).toThrow(expect.objectContaining({ code: 'llm.bad-request' }) as Error);
  });

  it('is never longer than its budget, and counts as others would', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    const section = fc.oneof(
      fc.record({ ...partOf(), text, cut: fc.constantFrom('start' as const, 'end' as const) }),
      fc.record({
        ...partOf(),
        items: fc.array(fc.record({ text, priority: fc.integer({ min: 0, max: 3 }) }), { maxLength: 8 }),
      }),
    );
    const message = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: text });
    fc.assert(
      fc.property(
        fc.array(section, { maxLength: 6 }),
        fc.array(message, { maxLength: 6 }),
        fc.integer({ min: 20, max: 600 }),
        (sections, earlier, maxTokens) => {
          const messages = [...earlier, says('user', 'and now?')];
          const assembled = assemblePrompt({ sections, messages, maxTokens });
          const texts = [...assembled.system.map((one) => one.text), ...assembled.messages.map((one) => one.content)];
          const counted = texts.reduce((sum, one) => sum + countTokens(one), 4 * assembled.messages.length);
          expect(counted).toBeLessThanOrEqual(maxTokens);
          expect(assembled.tokens).toBe(counted);
          expect(assembled.messages.at(-1)?.content).toBe('and now?');
        },
      ),
    );
  });
});

function partOf() {
  return {
    name: fc.constant('part'),
    stable: fc.boolean(),
    priority: fc.integer({ min: 0, max: 10 }),
    maxTokens: fc.integer({ min: 0, max: 100 }),
    data: fc.constantFrom(undefined, 'a note'),
  };
}
