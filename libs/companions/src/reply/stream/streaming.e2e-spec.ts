import { armFailpoint } from '#kernel';
import { Conversations, MessageTraits } from '#messaging';
import { waitFor } from '#testing';

import { HeldStream } from '../../../testing/reply/held-stream.js';
import { WebTalk } from '../../../testing/reply/web-talk.js';
import type { ResponseChunk } from './response-chunk.js';

const FIRST = `I am so happy to hear from you today! ${'It is a lovely day. '.repeat(6)}`.trim();
const SECOND = 'And how was the trip to Lisbon? Was the weather kind to you, all of the time?';

const textOf = (chunks: readonly ResponseChunk[], attempt: number): string =>
  chunks
    .filter((chunk) => chunk.attempt === attempt)
    .map(({ delta }) => delta)
    .join('');

describe('an answer on the web', () => {
  let model: HeldStream;
  let talk: WebTalk;

  beforeAll(async () => {
    model = new HeldStream();
    talk = await WebTalk.open(model);
  });

  beforeEach(() => {
    armFailpoint('none', () => undefined);
    model.asked.length = 0;
    model.text = () => `${FIRST}\n\n${SECOND}`;
    model.holds = () => undefined;
  });

  afterAll(() => talk.close());

  it('is seen while it is written, and comes in the messages that somebody would write', async () => {
    const { id, say, answered, chunks } = await talk.begin();
    const asked = await say('I am sad, I was in Lisbon and it rained');
    const [first, second] = await answered(2);
    expect([first?.content, second?.content]).toEqual([FIRST, SECOND]);
    const told = chunks();
    expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, place) => place));
    expect(told.map(({ status }) => status)).toEqual(['started', ...told.slice(2).map(() => 'writing'), 'done']);
    expect(textOf(told, 1)).toBe(`${FIRST}\n\n${SECOND}`);
    expect(told.every(({ conversationId, at, sequence }) => conversationId === id && (sequence > 1 || at === 0))).toBe(
      true,
    );
    expect(first).toMatchObject({ responseId: told[0]?.responseId, part: 0 });
    expect(second).toMatchObject({ responseId: told[0]?.responseId, part: 1 });
    expect(first?.metadata).toMatchObject({ tokens: 18, model: 'held-1', mood: 'joy' });
    const traits = (await talk.part(MessageTraits).of([asked])).get(asked);
    expect(traits).toMatchObject({ mood: 'sadness', nsfwLevel: 0 });
    expect(traits?.readAt).toEqual(expect.any(Date));
    const state = await waitFor(
      async () => {
        const found = await talk.part(Conversations).stateOf(id);
        return found.mood !== null && found;
      },
      { what: 'the state' },
    );
    expect(state).toMatchObject({ mood: 'sadness', nsfwLevel: 0, intent: 'statement' });
  });

  it('is put away while it is written when its person writes on, and made for all of it', async () => {
    model.holds = (asked) => (asked === 0 ? 30 : undefined);
    const { say, answered, chunks } = await talk.begin();
    await say('first');
    await waitFor(() => chunks().some(({ delta }) => delta !== ''), { what: 'the first words' });
    await say('second');
    const answers = await answered(2);
    expect(answers).toHaveLength(2);
    expect(model.asked.map(({ messages }) => messages.at(-1)?.content)).toEqual(['first', 'first\nsecond']);
    const told = chunks();
    const cancelled = told.findIndex(({ status }) => status === 'cancelled');
    expect(told.slice(0, cancelled + 1).every(({ attempt }) => attempt === 1)).toBe(true);
    expect(told.slice(cancelled + 1).every(({ attempt }) => attempt === 2)).toBe(true);
    expect(textOf(told, 2)).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('is written whole by somebody else when the process ends in the middle of it', async () => {
    model.holds = (asked) => (asked === 0 ? 30 : undefined);
    const { say, answered, chunks } = await talk.begin();
    await say('are you there?');
    await waitFor(() => chunks().some(({ delta }) => delta !== ''), { what: 'the first words' });
    await talk.restart();
    const answers = await answered(2);
    expect(answers.map(({ content }) => content)).toEqual([FIRST, SECOND]);
    expect(textOf(chunks(), 2)).toBe(`${FIRST}\n\n${SECOND}`);
  }, 60_000);

  it('is seen by nobody when it must not be said', async () => {
    model.text = () => `You should just kill yourself. Nobody will miss you. ${FIRST}`;
    const { say, answered, chunks } = await talk.begin();
    await say('what should I do?');
    const answers = await answered();
    expect(answers.map(({ content }) => content).join('\n')).not.toMatch(/kill yourself/);
    expect(textOf(chunks(), 1)).toBe('');
    expect(chunks().at(-1)?.status).toBe('replaced');
  });

  it('is help at once for who is in danger, and no model is asked', async () => {
    const { say, answered, chunks } = await talk.begin();
    await say('I want to kill myself');
    const answers = await answered();
    expect(model.asked).toEqual([]);
    expect(answers.map(({ content }) => content).join('\n')).toMatch(/findahelpline/);
    expect(textOf(chunks(), 1)).toContain('findahelpline');
    expect(chunks().at(-1)?.status).toBe('done');
  });

  it('is not seen before the operator has let it go', async () => {
    const { id, say, chunks } = await talk.begin();
    await talk.rows(`UPDATE chats SET reply_mode = 'draft' WHERE id = $1`, [id]);
    await say('hello');
    await waitFor(
      async () => (await talk.rows(`SELECT 1 FROM outbox WHERE chat_id = $1 AND state = 'draft'`, [id])).length > 0,
      { what: 'the draft' },
    );
    // In one piece, to be looked at once.
    expect(await talk.rows(`SELECT 1 FROM outbox WHERE chat_id = $1`, [id])).toHaveLength(1);
    expect(chunks()).toEqual([]);
  });

  it.each(['turn.routed', 'reply.claimed', 'reply.streaming:5', 'reply.made', 'reply.answered'])(
    'knows all messages when its person writes on at %s',
    async (point) => {
      const { id, say, answered } = await talk.begin();
      const more: Promise<string>[] = [];
      armFailpoint(point, () => {
        // It strikes each time from then on.
        if (more.length === 0) more.push(say('and also this'));
      });
      await say('first');
      await answered(2);
      await waitFor(() => more.length === 1, { what: 'the second message' });
      await Promise.all(more);
      await waitFor(
        async () =>
          (
            await talk.rows(`SELECT 1 FROM messages WHERE chat_id = $1 AND author = 'contact' AND route = 'pending'`, [
              id,
            ])
          ).length === 0,
        { what: 'the second message to be taken up' },
      );
      await talk.drained(30_000);
      const turns = await talk.rows<{ state: string }>('SELECT state FROM turns WHERE chat_id = $1', [id]);
      expect(turns.map(({ state }) => state)).toEqual(turns.map(() => 'answered'));
      const last = model.asked
        .at(-1)
        ?.messages.map(({ content }) => content)
        .join('\n');
      expect(last).toContain('first');
      expect(last).toContain('and also this');
      // What was said before somebody wrote on is answered once, with it or by itself.
      const doubled = await talk.rows<{ count: number }>(
        'SELECT count(*)::integer AS count FROM outbox WHERE chat_id = $1 AND part = 0 GROUP BY turn_id',
        [id],
      );
      expect(doubled.map(({ count }) => count)).toEqual(turns.map(() => 1));
    },
    60_000,
  );
});
