import { Transactions } from '#database';
import { newId } from '#kernel';

import { OutboxStage } from '../../testing/outbox-stage.js';
import { OutboxWriter, type OutgoingContent, type PutResult } from './outbox-writer.service.js';
import { LONGEST_TEXT } from './split-text.js';

const HOUR_MS = 60 * 60_000;

describe('OutboxWriter', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open();
  });

  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  const put = (messages: readonly OutgoingContent[]): Promise<readonly PutResult[]> =>
    stage.part(Transactions).run((manager) => stage.part(OutboxWriter).putContents(manager, messages));

  const text = (chatId: string, words: string): OutgoingContent => ({
    ...{ chatId, content: { kind: 'text', text: words }, origin: 'operator', draft: false },
  });

  /** Longer than two messages may be. */
  const long = (word: string): string => `${word} `.repeat((2 * LONGEST_TEXT) / word.length).trim();

  it('puts many in at once, each with what is its own', async () => {
    const now = Date.now();
    const [ana, ben, cem] = [await stage.stranger(), await stage.friend(), await stage.friend()];
    const times = { expiresAt: new Date(now + HOUR_MS), unlessHeardSince: new Date(now - HOUR_MS) };
    const traits = { tokens: 7, generationTime: null, model: 'test', mood: null, nsfwLevel: null };
    const key = newId();
    const results = await put([
      { ...text(ana, 'for Ana'), ...times, origin: 'proactive', approved: true, idempotencyKey: key },
      { ...text(ben, 'for Ben'), quotedId: 'quoted', traits },
      { ...text(cem, 'for Cem'), draft: true, turnId: newId(), origin: 'reply' },
    ]);
    expect(results.map(({ ids, accountId }) => [ids.length, accountId])).toEqual(
      Array(3).fill([1, stage.owner.accountId]),
    );
    const rows = await stage.rows<object>(
      `SELECT chat_id, state, origin, part, idempotency_key, quoted_id, traits, approved_at IS NOT NULL AS approved, expires_at,
         unless_heard_since AS since, turn_id IS NOT NULL AS answers FROM outbox WHERE account_id = $1 ORDER BY position`,
      [stage.owner.accountId],
    );
    const none = { idempotency_key: null, quoted_id: null, traits: null, expires_at: null, since: null };
    const plain = { ...none, state: 'queued', origin: 'operator', part: 0, approved: false, answers: false };
    expect(rows).toEqual([
      {
        ...{ ...plain, chat_id: ana, origin: 'proactive', approved: true, idempotency_key: key },
        ...{ expires_at: times.expiresAt, since: times.unlessHeardSince },
      },
      { ...plain, chat_id: ben, quoted_id: 'quoted', traits },
      { ...plain, chat_id: cem, state: 'draft', origin: 'reply', answers: true },
    ]);
    const commands = `SELECT count(DISTINCT cmin::text)::integer AS count FROM outbox WHERE account_id = $1`;
    expect(await stage.rows(commands, [stage.owner.accountId])).toEqual([{ count: 1 }]);
    await stage.send();
    expect(stage.port.texts.sort()).toEqual(['for Ana', 'for Ben']);
  });

  it('keeps the parts of each in order, and quotes with the first', async () => {
    const [ana, ben] = [await stage.friend(), await stage.friend()];
    await put([{ ...text(ana, long('ana')), quotedId: 'quoted' }, text(ben, long('ben'))]);
    await stage.send();
    for (const word of ['ana', 'ben']) {
      const said = stage.port.texts.filter((one) => one.startsWith(word));
      expect(said.length).toBeGreaterThan(1);
      expect(said.join(' ')).toBe(long(word));
    }
    expect(stage.port.sent.filter((message) => 'quotedId' in message)).toHaveLength(1);
  });

  it('writes nothing of what is there under its key, however many parts it has now, and all of the others', async () => {
    const [ana, ben] = [await stage.friend(), await stage.friend()];
    const idempotencyKey = newId();
    const [first] = await put([{ ...text(ana, 'once'), idempotencyKey }]);
    expect(first?.ids).toHaveLength(1);
    const again = await put([
      { ...text(ana, long('twice')), idempotencyKey },
      { ...text(ben, 'new'), idempotencyKey: newId() },
    ]);
    expect(again.map(({ ids }) => ids.length)).toEqual([0, 1]);
    await stage.send();
    expect(stage.port.texts).toEqual(['once', 'new']);
  });

  it('writes nothing at all when one of the chats is not there', async () => {
    const ana = await stage.friend();
    await expect(put([text(ana, 'hello'), text(newId(), 'hello')])).rejects.toMatchObject({ code: 'chat.not-found' });
    expect(await stage.rows('SELECT FROM outbox WHERE account_id = $1', [stage.owner.accountId])).toEqual([]);
  });
});
