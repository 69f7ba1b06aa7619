import { MessagingStage } from '../../testing/messaging-stage.js';

const FROM = '34600000077@c.us';

describe('an event that cannot be stored (promise 17)', () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  const NEVER = new Date(NaN);
  const HUGE = Array.from({ length: 20_000 }, (_, index) => (index * 7_919).toString(36)).join('');

  it.each([
    ['an edit at no time', { type: 'edit', chatId: FROM, id: 'A1', text: 'edited', at: NEVER }],
    ['a deletion at no time', { type: 'revoke', chatId: FROM, id: 'A2', at: NEVER }],
    ['an edit of an endless id', { type: 'edit', chatId: FROM, id: HUGE, text: 'edited', at: new Date() }],
    [
      'a reaction to an endless id',
      { type: 'reaction', chatId: FROM, id: HUGE, senderId: FROM, fromMe: false, emoji: '👍', at: new Date() },
    ],
  ] as const)('is put aside: %s', async (_, event) => {
    await stage.say({ from: FROM, text: 'something to react to' });
    await expect(stage.take(event)).resolves.toBeUndefined();
  });
});
