import { AppError } from '#kernel';
import { LanguageModel, type Completion, type CompletionEvent, type CompletionRequest } from '#llm';

import { CharactersStage } from '../../../testing/characters-stage.js';

interface Preview {
  readonly version: number;
  readonly code?: string;
  readonly turns: readonly { asked: string[]; answered: string[]; answer: string[]; silence: string | null }[];
}

/** Answers with what it is told to be; fails when it is told so. */
class EchoModel extends LanguageModel {
  override readonly name = 'echo';
  readonly requests: CompletionRequest[] = [];

  override complete(request: CompletionRequest): Promise<Completion> {
    this.requests.push(request);
    const system = request.system.map(({ text }) => text).join('\n');
    if (system.includes('OVERLOADED'))
      return Promise.reject(new AppError('llm.overloaded', 'Later.', { kind: 'unavailable' }));
    const style = /STYLE:\n(.*)/.exec(system)?.[1] ?? '';
    return Promise.resolve({
      text: system.includes('MUTE') ? '' : `${style.slice(0, 20)} ${request.messages.at(-1)?.content}`,
      stopReason: 'end',
      model: 'echo',
      usage: { inputTokens: 5, outputTokens: 2, cacheReadTokens: 1, cacheWriteTokens: 0 },
      durationMs: 1,
    });
  }

  override structured(): Promise<never> {
    return Promise.reject(new AppError('llm.refused', 'Not now.', { retryable: false }));
  }

  override async *stream(request: CompletionRequest): AsyncIterable<CompletionEvent> {
    yield { type: 'done', completion: await this.complete(request) };
  }
}

describe('a change of a character, tried out', () => {
  let stage: CharactersStage;
  const model = new EchoModel();

  beforeAll(async () => {
    stage = await CharactersStage.open({ model });
  });

  afterAll(() => stage.close());

  const preview = (body: unknown, name = 'friend') => stage.call<Preview>('POST', `/${name}/preview`, body);
  const counts = () =>
    stage.query(`SELECT (SELECT count(*) FROM messages) AS messages, (SELECT count(*) FROM outbox) AS outbox,
      (SELECT count(*) FROM turns) AS turns, (SELECT count(*) FROM memories) AS memories,
      (SELECT count(*) FROM character_versions) AS versions, (SELECT count(*) FROM character_chats) AS chats`);

  it('shows beside what was answered in a chat what would be answered, and keeps nothing', async () => {
    const { chatId } = await stage.chat('What is for dinner?', 'And tomorrow?');
    const before = await counts();
    model.requests.length = 0;
    const { status, body } = await preview({ chatId, changes: { speechStyle: 'LIKE A PIRATE' } });
    expect([status, body]).toMatchObject([
      200,
      {
        version: 1,
        turns: [
          {
            asked: ['What is for dinner?'],
            answered: [expect.any(String)],
            answer: ['LIKE A PIRATE What is for dinner?'],
            silence: null,
          },
          {
            asked: ['And tomorrow?'],
            answered: [expect.any(String)],
            answer: ['LIKE A PIRATE And tomorrow?'],
            model: 'echo',
            inputTokens: 6,
            outputTokens: 2,
          },
        ],
      },
    ]);
    expect(model.requests.map(({ contactId }) => contactId)).toEqual([undefined, undefined]);
    expect(await counts()).toEqual(before);
    expect((await stage.call('GET', '/friend')).body.speechStyle).not.toBe('LIKE A PIRATE');
  });

  it('takes a conversation that never was', async () => {
    const conversation = [
      { from: 'character', text: 'Hi' },
      { from: 'user', text: 'One' },
      { from: 'user', text: 'Two' },
      { from: 'character', text: 'Yes' },
      { from: 'user', text: 'Three' },
    ];
    const { body } = await preview({ conversation, turns: 1, changes: { speechStyle: 'short' } });
    expect(body.turns).toMatchObject([{ asked: ['Three'], answered: [], answer: ['short Three'] }]);
    expect((await preview({ conversation })).body.turns).toHaveLength(2);
  });

  it('says when there is no answer, and when the model has none to give', async () => {
    const conversation = [{ from: 'user', text: 'x' }];
    expect((await preview({ conversation, changes: { description: 'MUTE' } })).body.turns).toMatchObject([
      { answer: [], silence: 'empty-answer' },
    ]);
    expect(await preview({ conversation, changes: { description: 'OVERLOADED' } })).toMatchObject({
      status: 503,
      body: { code: 'llm.overloaded' },
    });
  });

  it('never tries somebody under 18', async () => {
    const conversation = [{ from: 'user', text: 'x' }];
    model.requests.length = 0;
    for (const changes of [{ age: 16 }, { description: 'She is 16.' }]) {
      expect((await preview({ conversation, changes })).status).toBe(400);
    }
    expect(model.requests).toEqual([]);
  });

  it.each<[string, unknown, number]>([
    ['nothing', {}, 400],
    ['both', { chatId: 'x', conversation: [{ from: 'user', text: 'x' }] }, 400],
    ['an unknown chat', { chatId: '+34999' }, 404],
    ['nobody who asks', { conversation: [{ from: 'character', text: 'x' }] }, 400],
    ['an empty conversation', { conversation: [] }, 400],
    ['lines that are lists', { conversation: [[]] }, 400],
    ['an unknown speaker', { conversation: [{ from: 'system', text: 'x' }] }, 400],
    ['11 turns', { conversation: [{ from: 'user', text: 'x' }], turns: 11 }, 400],
    ['an unknown change', { conversation: [{ from: 'user', text: 'x' }], changes: { rank: 1 } }, 400],
    ['null', { conversation: [{ from: 'user', text: 'x' }], changes: null }, 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await preview(body)).status).toBe(status);
  });

  it('knows nobody of that name', async () => {
    expect((await preview({ conversation: [{ from: 'user', text: 'x' }] }, 'nobody')).status).toBe(404);
  });
});
