import { readThen, readWhen } from './read-automation.js';

const TAGS = ['urgent', 'complaint'];
const refusing = (...fields: string[]): Error =>
  expect.objectContaining({
    code: 'request.invalid',
    details: { errors: fields.map((field) => ({ field, message: expect.any(String) as string })) },
  }) as Error;

describe('readWhen', () => {
  it('takes every kind of condition', () => {
    const when = {
      all: [
        { kind: 'tag', tag: 'urgent', min_confidence: 0.7 },
        { kind: 'category', category: 'complaint' },
        { kind: 'sentiment', sentiment: 'negative' },
        { kind: 'keyword', words: ['refund', 'money back'] },
        { kind: 'first_message' },
        { kind: 'no_answer', hours: 4 },
      ],
      scope: { chat_ids: ['34600000001@c.us'], kind: 'direct' },
    };
    expect(readWhen(when, TAGS)).toEqual(when);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['when', 'when.all']],
    ['a text', 'always', ['when', 'when.all']],
    ['no conditions', { all: [] }, ['when.all']],
    ['too many', { all: Array.from({ length: 21 }, () => ({ kind: 'first_message' })) }, ['when.all']],
    ['an unknown kind', { all: [{ kind: 'weather' }] }, ['when.all[0].kind']],
    ['no kind', { all: [{}] }, ['when.all[0].kind']],
    ['a condition that is none', { all: [null, 3] }, ['when.all[0].kind', 'when.all[1].kind']],
    ['an unknown tag', { all: [{ kind: 'tag', tag: 'nice' }] }, ['when.all[0].tag']],
    ['a key too much', { all: [{ kind: 'tag', tag: 'urgent', confidence: 1 }] }, ['when.all[0]']],
    ['any other key', { any: [], all: [{ kind: 'first_message' }] }, ['when']],
    [
      'a confidence above 1',
      { all: [{ kind: 'tag', tag: 'urgent', min_confidence: 1.1 }] },
      ['when.all[0].min_confidence'],
    ],
    ['an unknown category', { all: [{ kind: 'category', category: 'x' }] }, ['when.all[0].category']],
    ['an unknown sentiment', { all: [{ kind: 'sentiment', sentiment: 1 }] }, ['when.all[0].sentiment']],
    ['no words', { all: [{ kind: 'keyword', words: [] }] }, ['when.all[0].words']],
    ['blank words', { all: [{ kind: 'keyword', words: ['a', ' '] }] }, ['when.all[0].words[1]']],
    ['a NUL', { all: [{ kind: 'keyword', words: ['a\0'] }] }, ['when.all[0].words[0]']],
    ['a lone surrogate', { all: [{ kind: 'keyword', words: ['\ud800'] }] }, ['when.all[0].words[0]']],
    ['no hours', { all: [{ kind: 'no_answer' }] }, ['when.all[0].hours']],
    ['hours as a text', { all: [{ kind: 'no_answer', hours: '4' }] }, ['when.all[0].hours']],
    ['0 hours', { all: [{ kind: 'no_answer', hours: 0 }] }, ['when.all[0].hours']],
    ['years', { all: [{ kind: 'no_answer', hours: 1e9 }] }, ['when.all[0].hours']],
    ['an unknown kind of chat', { all: [{ kind: 'first_message' }], scope: { kind: 'status' } }, ['when.scope.kind']],
    ['no chats', { all: [{ kind: 'first_message' }], scope: { chat_ids: [] } }, ['when.scope.chat_ids']],
    ['a scope that is none', { all: [{ kind: 'first_message' }], scope: null }, ['when.scope']],
    [
      'several things at once',
      {
        all: [
          { kind: 'tag', tag: 'x' },
          { kind: 'no_answer', hours: -1 },
        ],
      },
      ['when.all[0].tag', 'when.all[1].hours'],
    ],
  ])('refuses %s', (_, value, fields) => {
    expect(() => readWhen(value, TAGS)).toThrow(refusing(...fields));
  });
});

describe('readThen', () => {
  it('takes every kind of action, and keeps the secret apart', () => {
    const url = 'https://example.com/hook';
    const others = [{ kind: 'tag', tags: ['urgent'] }, { kind: 'notify' }, { kind: 'pause' }, { kind: 'archive' }];
    const secret = 'a-secret-of-16-characters';
    expect(readThen([...others, { kind: 'webhook', url, secret }], TAGS)).toEqual({
      actions: [...others, { kind: 'webhook', url, include_text: false }],
      secret,
    });
    expect(readThen([{ kind: 'draft' }], TAGS)).toEqual({ actions: [{ kind: 'draft' }] });
    expect(readThen([{ kind: 'webhook', url, secret: null, include_text: true }], TAGS)).toEqual({
      actions: [{ kind: 'webhook', url, include_text: true }],
      secret: null,
    });
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['then']],
    ['no actions', [], ['then']],
    ['an unknown kind', [{ kind: 'explode' }], ['then[0].kind']],
    ['an unknown tag', [{ kind: 'tag', tags: ['urgent', 'nice'] }], ['then[0].tags[1]']],
    ['no tags', [{ kind: 'tag', tags: [] }], ['then[0].tags']],
    ['a key too much', [{ kind: 'notify', to: 'me' }], ['then[0]']],
    ['one twice', [{ kind: 'notify' }, { kind: 'notify' }], ['then[1].kind']],
    ['pause and draft', [{ kind: 'pause' }, { kind: 'draft' }], ['then']],
    ['a webhook to nowhere', [{ kind: 'webhook' }], ['then[0].url']],
    ['a short secret', [{ kind: 'webhook', url: 'https://a.example', secret: 'short' }], ['then[0].secret']],
    [
      'a text for a boolean',
      [{ kind: 'webhook', url: 'https://a.example', include_text: 'yes' }],
      ['then[0].include_text'],
    ],
  ])('refuses %s', (_, value, fields) => {
    expect(() => readThen(value, TAGS)).toThrow(refusing(...fields));
  });
});
