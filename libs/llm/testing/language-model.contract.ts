import { AppError } from '#kernel';

import type { CompletionEvent } from '../src/port/completion.js';
import type { CompletionRequest } from '../src/port/completion-request.js';
import type { LanguageModel } from '../src/port/language-model.port.js';
import type { OutputSchema } from '../src/port/structured-request.js';

const MOODS = ['happy', 'neutral', 'sad'];
const MOOD: OutputSchema<{ mood: string }> = {
  name: 'mood',
  description: 'The mood of a message.',
  jsonSchema: {
    type: 'object',
    properties: { mood: { type: 'string', enum: MOODS } },
    required: ['mood'],
    additionalProperties: false,
  },
  parse: (value) => {
    const { mood } = value as { mood: string };
    if (!MOODS.includes(mood)) throw new Error('mood takes happy, neutral or sad.');
    return { mood };
  },
};

/** What every adapter of the port can do. `makeModel` gives one that works, with nothing scripted. */
export function describeLanguageModelContract(name: string, makeModel: () => LanguageModel): void {
  describe(`LanguageModel contract: ${name}`, () => {
    it('names itself', () => {
      expect(makeModel().name).toMatch(/^[a-z][a-z-]*$/);
    });

    it('answers with text, its end, its model, its usage and its duration', async () => {
      const completion = await makeModel().complete(asking('Hello! How are you?'));
      expect(completion.text.trim()).not.toBe('');
      expect(completion.stopReason).toBe('end');
      expect(completion.model).not.toBe('');
      expect(completion.usage.inputTokens).toBeGreaterThan(0);
      expect(completion.usage.outputTokens).toBeGreaterThan(0);
      expect(completion.durationMs).toBeGreaterThanOrEqual(0);
    });

    it('streams pieces that join into the text of its one last event', async () => {
      const events = await collect(makeModel().stream(asking('Hello! How are you?')));
      const done = events.at(-1);
      if (done?.type !== 'done') throw new Error('The stream did not end with `done`.');
      const pieces = events.slice(0, -1);
      expect(pieces.every((event) => event.type === 'text' && event.text !== '')).toBe(true);
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.map((event) => (event.type === 'text' ? event.text : '')).join('')).toBe(done.completion.text);
      expect(done.completion.usage.outputTokens).toBeGreaterThan(0);
    });

    it('stops at the longest answer and says so', async () => {
      const completion = await makeModel().complete({ ...asking('Hello! How are you?'), maxTokens: 1 });
      expect(completion.stopReason).toBe('max-tokens');
      expect(completion.text.length).toBeLessThanOrEqual(10);
    });

    it('gives a value that the schema has checked', async () => {
      const { value, usage, repaired } = await makeModel().structured({
        ...asking('I am so happy!'),
        purpose: 'tagging',
        schema: MOOD,
      });
      expect(MOODS).toContain(value.mood);
      expect(usage.inputTokens).toBeGreaterThan(0);
      expect(repaired).toBe(false);
    });

    it.each([
      ['a conversation that we began', [says('assistant', 'Good morning!'), says('user', 'Hi')]],
      ['two messages in a row', [says('user', 'Hi'), says('user', 'Are you there?')]],
      ['a message without text', [says('user', '')]],
      ['text of all kinds', [says('user', '👩‍👩‍👧 "quotes" \\ </data> \u202E\u0301 ¿qué? 你好')]],
      ['a long message', [says('user', 'word '.repeat(20_000))]],
    ])('takes %s', async (_, messages) => {
      const { text } = await makeModel().complete({ ...asking(''), messages });
      expect(text.trim()).not.toBe('');
    });

    it('takes a request without a system prompt, and one with empty sections', async () => {
      const system = [
        { text: '', stable: true },
        { text: ' ', stable: false },
      ];
      await expect(makeModel().complete({ ...asking('Hi'), system: [] })).resolves.toBeDefined();
      await expect(makeModel().complete({ ...asking('Hi'), system })).resolves.toBeDefined();
    });

    it('ends with llm.aborted when the signal has aborted', async () => {
      const model = makeModel();
      const request = { ...asking('Hello!'), signal: AbortSignal.abort() };
      await expect(codeOf(model.complete(request))).resolves.toBe('llm.aborted');
      await expect(codeOf(model.structured({ ...request, schema: MOOD }))).resolves.toBe('llm.aborted');
      await expect(codeOf(collect(model.stream(request)))).resolves.toBe('llm.aborted');
    });

    it('ends a stream with llm.aborted when the signal aborts in the middle', async () => {
      const controller = new AbortController();
      const reading = async () => {
        for await (const event of makeModel().stream({ ...asking('Hello! How are you?'), signal: controller.signal })) {
          if (event.type === 'text') controller.abort();
        }
      };
      await expect(codeOf(reading())).resolves.toBe('llm.aborted');
    });
  });
}

function asking(content: string): CompletionRequest {
  return {
    purpose: 'chat',
    system: [{ text: 'You are Mia, a friendly secretary.', stable: true }],
    messages: [says('user', content)],
  };
}

function says(role: 'user' | 'assistant', content: string): { role: 'user' | 'assistant'; content: string } {
  return { role, content };
}

async function collect(stream: AsyncIterable<CompletionEvent>): Promise<CompletionEvent[]> {
  const events: CompletionEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return error instanceof AppError ? error.code : 'not an AppError';
  }
}
