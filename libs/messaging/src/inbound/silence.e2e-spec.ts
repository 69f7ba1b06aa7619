import { newIncomingMessage } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { InboundRecorder } from './inbound-recorder.service.js';
import { InboundWriter } from './inbound-writer.service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ANA = { id: '34600000001@c.us', phone: '+34600000001', name: 'Ana' };
/** What was said, and how many minutes ago it was sent. */
type Said = readonly [text: string, minutesAgo: number];

describe('a group that asks for silence', () => {
  let stage: MessagingStage;
  let groups = 0;
  const now = Date.now();
  const ago = (minutes: number): Date => new Date(now - minutes * MINUTE);
  const newGroup = (): string => `12036300000007${String((groups += 1)).padStart(4, '0')}@g.us`;
  const messagesOf = (from: string, words: readonly Said[]) =>
    words.map(([text, minutes]) => newIncomingMessage({ from, sender: ANA, text, sentAt: ago(minutes) }));
  const quietUntil = async (from: string): Promise<Date | null> => {
    const sql = 'SELECT quiet_until AS until FROM chats WHERE external_id = $1';
    return (await stage.row<{ until: Date | null }>(sql, [from])).until;
  };

  beforeAll(async () => {
    stage = await MessagingStage.open();
  });

  afterAll(() => stage.close());

  const cases: [string, readonly Said[], number | null][] = [
    ['gets it for as long as the setting says, from when it was asked', [['quiet please', 5]], 8 * HOUR - 5 * MINUTE],
    ['or for as long as it says', [['/quiet 2h', 1]], 2 * HOUR - MINUTE],
    ['gets it from a STOP', [['STOP', 0]], 8 * HOUR],
    ['may lift it', [['quiet please', 5], ['you can talk again', 1]], null],
    ['is not silenced by an older word that comes late', [['you can talk again', 1], ['quiet please', 5]], null],
    ['is not made to hear us by an older word that comes late', [['/quiet 2h', 1], ['you can talk again', 5]], 2 * HOUR - MINUTE],
    ['may ask again', [['/quiet 2h', 9], ['/quiet off', 5], ['/quiet 1h', 1]], HOUR - MINUTE],
    ['keeps the longer silence when somebody asks for another', [['/quiet 20h', 5], ['quiet please', 1]], 20 * HOUR - 5 * MINUTE],
    ['does not get back the longer silence that was lifted', [['/quiet 20h', 9], ['/quiet off', 5], ['/quiet 2h', 3], ['/quiet 1h', 1]], 2 * HOUR - 3 * MINUTE],
    ['does not ask by talking', [['it is so quiet here', 1]], null],
    ['may have asked long ago', [['/quiet 2h', 90]], 30 * MINUTE],
  ]; // prettier-ignore

  it.each(cases)('%s, one by one', async (_, words, left) => {
    const group = newGroup();
    for (const message of messagesOf(group, words)) await stage.take({ type: 'message', message });
    expect(await quietUntil(group)).toEqual(left === null ? null : new Date(now + left));
  });

  it.each(cases)('%s, in one statement, whichever way round', async (_, words, left) => {
    for (const said of [words, words.toReversed()]) {
      const group = newGroup();
      const items = messagesOf(group, said).map((message) => ({ accountId: stage.accountId, message }));
      await stage.part(InboundWriter).write(items);
      expect(await quietUntil(group)).toEqual(left === null ? null : new Date(now + left));
    }
  });

  it('hears a word that is delivered twice once: after it was lifted it stays lifted', async () => {
    const group = newGroup();
    const [asked, lifted] = messagesOf(group, [['quiet please', 5], ['you can talk again', 5]]); // prettier-ignore
    for (const message of [asked, lifted, asked]) if (message) await stage.take({ type: 'message', message });
    expect(await quietUntil(group)).toBeNull();
  });

  it('may ask through whoever owns the account', async () => {
    const group = newGroup();
    await stage.say({ from: group, sender: ANA, text: 'hello', sentAt: ago(2) });
    await stage.say({ from: group, sender: ANA, fromMe: true, text: 'silencio', sentAt: ago(0) });
    expect(await quietUntil(group)).toEqual(new Date(now + 8 * HOUR));
  });

  it('is listened to at once, and a person of a direct chat is not silenced', async () => {
    const group = newGroup();
    await stage.say({ from: group, sender: ANA, text: 'be quiet' });
    await stage.say({ from: '34600000777@c.us', text: 'be quiet' });
    const sql = 'SELECT quiet_until IS NOT NULL AS quiet FROM chats WHERE external_id = $1';
    expect(await stage.row(sql, [group])).toEqual({ quiet: true });
    expect(await stage.row(sql, ['34600000777@c.us'])).toEqual({ quiet: false });
  });

  it('is never silenced by its past', async () => {
    const group = newGroup();
    const message = newIncomingMessage({ from: group, sender: ANA, text: 'be quiet', sentAt: ago(1) });
    await stage.part(InboundRecorder).record(stage.accountId, message, { past: true });
    expect(await quietUntil(group)).toBeNull();
  });
});
