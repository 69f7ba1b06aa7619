import { newIncomingMessage } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';

const MINUTE = 60_000;
/** The word, and how many minutes ago it was sent. */
type Said = readonly [word: string, minutesAgo: number];

describe('consent words that come in another order than they were sent', () => {
  let stage: MessagingStage;
  let phones = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  const newPhone = (): string => `3460000${String((phones += 1)).padStart(4, '0')}`;
  const messagesOf = (from: string, words: readonly Said[]) =>
    words.map(([text, ago]) => newIncomingMessage({ from, text, sentAt: new Date(Date.now() - ago * MINUTE) }));
  const isOut = async (from: string): Promise<boolean> => {
    const sql = 'SELECT opted_out_at IS NOT NULL AS out FROM chats WHERE external_id = $1';
    return (await stage.row<{ out: boolean }>(sql, [from])).out;
  };

  const cases: [string, readonly Said[], boolean][] = [
    ['a late START does not undo a newer STOP', [['STOP', 0], ['START', 10]], true],
    ['a newer START does', [['STOP', 10], ['START', 0]], false],
    ['a late STOP does not undo a newer START', [['START', 0], ['STOP', 10]], false],
    ['a STOP after that counts', [['START', 5], ['STOP', 10], ['STOP', 0]], true],
    ['a STOP from the future does not bar every START', [['STOP', -1_000_000], ['START', -1_000_000]], false],
  ]; // prettier-ignore

  it.each(cases)('%s, one by one', async (_, words, out) => {
    const from = `${newPhone()}@c.us`;
    for (const message of messagesOf(from, words)) await stage.take({ type: 'message', message });
    expect(await isOut(from)).toBe(out);
  });

  it.each(cases)('%s, at once', async (_, words, out) => {
    const from = `${newPhone()}@c.us`;
    await Promise.all(messagesOf(from, words).map((message) => stage.take({ type: 'message', message })));
    expect(await isOut(from)).toBe(out);
  });

  it('welcomes back who had gone, and answers who only says "start"', async () => {
    const [gone, other] = [stage.app.phone(`+${newPhone()}`), stage.app.phone(`+${newPhone()}`)];
    for (const word of ['STOP', 'START']) {
      await gone.say(word);
      await stage.app.drained();
    }
    await other.say('start');
    await stage.app.drained();
    const texts = async (phone: typeof gone) => (await phone.ledger()).map(({ body }) => body);
    expect(await texts(gone)).toEqual([
      expect.stringContaining('hear no more'),
      expect.stringContaining('I am here again'),
    ]);
    expect(await texts(other)).toEqual([expect.not.stringContaining('here again')]);
  });
});
