import { jest } from '@jest/globals';

import { newId } from '#kernel';
import { Logger } from '#telemetry';
import { FakeClock } from '#testing';
import { notConnected, sendFailed, sendRejected, sendUnknown, type OutboundContent } from '#whatsapp';
import { DataSource } from 'typeorm';

import { OutboxStage } from '../../testing/outbox-stage.js';
import { GestureSender } from './gestures/gesture-sender.service.js';
import { OutboxGate } from './outbox-gate.service.js';
import { OutboxReconciliation } from './outbox-reconciliation.service.js';
import { OutboxSender } from './outbox-sender.service.js';
import { OutboxSettlement } from './outbox-settlement.service.js';
import { OutboxWriter } from './outbox-writer.service.js';
import { LONGEST_TEXT } from './split-text.js';

const CUTS = 5;
const MINUTE_MS = 60_000;

describe('what becomes of a send', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open();
  });

  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  const ackOf = async (messageId: string): Promise<unknown> =>
    stage.rows('SELECT ack FROM messages WHERE external_id = $1', [messageId]);

  it('ends at once what WhatsApp will never take, with the reason, and the next goes on', async () => {
    stage.port.onSend = ({ content }) =>
      content.kind === 'text' && content.text === 'no' ? sendRejected('nobody there has WhatsApp') : undefined;
    const [no] = await stage.queue(await stage.friend(), ['no', 'yes']);
    await stage.send();
    const row = await stage.find(no);
    expect(row).toMatchObject({ state: 'failed', attempts: 1 });
    expect(row.reason).toBe('The message cannot be sent: nobody there has WhatsApp.');
    expect(await ackOf(row.message_id)).toEqual([{ ack: -1 }]);
    expect(stage.port.texts).toEqual(['yes']);
  });

  it('looks once for each message that is due, and for reactions where some are', async () => {
    const looks = jest.spyOn(stage.part(OutboxGate), 'next');
    const gestures = jest.spyOn(stage.part(GestureSender), 'sendAll');
    const [chat, other] = [await stage.friend(), await stage.friend()];
    await stage.queue(chat, ['one', 'two']);
    await stage.queue(other, ['three']);
    await stage.send();
    // The application has an account of its own, and looks there meanwhile.
    const ours = looks.mock.calls.filter(([accountId]) => accountId === stage.owner.accountId);
    expect([ours.length, gestures.mock.calls.length]).toEqual([3, 0]);
    await stage.rows(
      `INSERT INTO chat_gestures (id, account_id, chat_id, kind, message_ids, not_before) VALUES ($1, $2, $1, 'read', '{m}', $3)`,
      [chat, stage.owner.accountId, new Date()],
    );
    await stage.send();
    expect([stage.port.texts, stage.port.read.map(([, ids]) => ids)]).toEqual([['one', 'two', 'three'], [['m']]]);
  });

  it('slows the whole account down when WhatsApp asks for it, and never fails a message for that', async () => {
    let busy = true;
    stage.port.onSend = () => (busy ? sendFailed('too many', undefined, { retryAfterSeconds: 60 }) : undefined);
    const [first] = await stage.queue(await stage.friend(), ['one']);
    const [second] = await stage.queue(await stage.friend(), ['two']);
    for (let tries = 0; tries < 10; tries += 1) {
      await stage.send();
      expect(await stage.find(first)).toMatchObject({ state: 'queued', reason: 'slow-down', attempts: tries + 1 });
      if (tries === 0) expect(await stage.find(second)).toMatchObject({ attempts: 0 });
      await stage.pass(59_000);
      await stage.send();
      expect(await stage.find(first)).toMatchObject({ attempts: tries + 1 });
      // Each wait is at least that of a failure of that count: at most two minutes.
      await stage.pass(121_000);
      await stage.rows(`UPDATE outbox SET not_before = 'infinity' WHERE id <> $1 AND account_id = $2`, [
        first,
        stage.owner.accountId,
      ]);
    }
    busy = false;
    await stage.send();
    expect(stage.port.texts).toEqual(['one']);
  });

  it('sends the parts of a long text in order, also when one of them has to be tried again', async () => {
    const chat = await stage.friend();
    const words = Array.from({ length: CUTS }, (_, index) => `${String(index)} `.repeat(LONGEST_TEXT / 2));
    let failures = 0;
    stage.port.onSend = ({ content }) =>
      content.kind === 'text' && content.text.startsWith('2') && (failures += 1) < 3
        ? sendFailed('not now')
        : undefined;
    const text = words.join('').trim();
    const ids = await stage.queue(chat, [text, 'and then this'], 'reply');
    expect(ids).toHaveLength(CUTS + 1);
    for (let round = 0; round < 4; round += 1) {
      await stage.send();
      await stage.pass(10_000);
    }
    expect(stage.port.texts.at(-1)).toBe('and then this');
    expect(stage.port.texts.slice(0, -1).join(' ')).toBe(text);
    expect(stage.port.texts.every(({ length }) => length <= LONGEST_TEXT)).toBe(true);
    expect(new Set(stage.port.sent.map(({ id }) => id)).size).toBe(CUTS + 1);
  });

  it('keeps what is known of an answer with its messages: what it has cost with the first one', async () => {
    const chatId = await stage.friend();
    await stage.part(OutboxWriter).put(stage.part(DataSource).manager, {
      ...{ chatId, turnId: newId(), texts: ['one', 'two'], origin: 'reply', draft: false },
      traits: { tokens: 120, generationTime: 900.4, model: 'test', mood: 'warm', nsfwLevel: 1.6 },
    });
    await stage.send();
    await stage.pass(MINUTE_MS);
    await stage.send();
    const known = { model: 'test', mood: 'warm', nsfw_level: 2 };
    expect(
      await stage.rows(
        `SELECT tokens, generation_ms, model, mood, nsfw_level, part FROM message_traits JOIN messages ON messages.id = message_id
         WHERE messages.chat_id = $1 ORDER BY part`,
        [chatId],
      ),
    ).toEqual([
      { ...known, part: 0, tokens: 120, generation_ms: 900 },
      { ...known, part: 1, tokens: null, generation_ms: null },
    ]);
  });

  it('keeps the parts of an answer in order when its chat is paused in the middle', async () => {
    const chat = await stage.friend();
    await stage.queue(chat, ['one', 'two'], 'reply');
    await stage.rows(`UPDATE chats SET reply_mode = 'paused' WHERE id = $1`, [chat]);
    await stage.send();
    await stage.rows(`UPDATE chats SET reply_mode = 'auto' WHERE id = $1`, [chat]);
    await stage.queue(chat, ['by hand']);
    await stage.send();
    expect(stage.port.texts).toEqual(['by hand']);
    await stage.pass(60_000);
    await stage.send();
    expect(stage.port.texts).toEqual(['by hand', 'one', 'two']);
  });

  it('sends an attachment as what it is, and stores it with its kind, its caption and what it answers', async () => {
    const chat = await stage.friend();
    const [asked] = await stage.rows<{ external_id: string }>('SELECT external_id FROM messages WHERE chat_id = $1', [
      chat,
    ]);
    const data = Buffer.from([0, 255, 1, 254]);
    const content: OutboundContent = {
      kind: 'media',
      mimeType: 'image/png',
      data,
      caption: 'a picture',
      fileName: 'p.png',
    };
    await put(chat, content, asked?.external_id);
    await put(chat, { kind: 'media', mimeType: 'application/pdf', data, caption: '' });
    await put(chat, { kind: 'template', name: 'hello', language: 'en_US', parameters: ['Ana', 'noon'] });
    await stage.send();
    expect(stage.port.sent).toMatchObject([
      { content, quotedId: asked?.external_id },
      { content: { kind: 'media', mimeType: 'application/pdf', data, caption: '' } },
      { content: { kind: 'template', name: 'hello', language: 'en_US', parameters: ['Ana', 'noon'] } },
    ]);
    expect(stage.port.sent.slice(1).some((message) => 'quotedId' in message)).toBe(false);
    const stored = await stage.rows(
      `SELECT kind, body IS NULL AS silent, quoted_id FROM messages WHERE chat_id = $1 AND author = 'assistant' ORDER BY id`,
      [chat],
    );
    expect(stored).toEqual([
      { kind: 'image', silent: false, quoted_id: asked?.external_id },
      { kind: 'document', silent: true, quoted_id: null },
      { kind: 'text', silent: false, quoted_id: null },
    ]);
    const plain = await stage.rows('SELECT body, content FROM outbox JOIN outbox_media ON outbox_id = outbox.id');
    expect(JSON.stringify(plain)).not.toContain(data.toString('base64'));
  });

  const put = (chatId: string, content: OutboundContent, quotedId?: string): Promise<unknown> =>
    stage.part(OutboxWriter).putContent(stage.part(DataSource).manager, {
      chatId,
      content,
      origin: 'operator',
      draft: false,
      ...(quotedId !== undefined && { quotedId }),
    });
});

describe('what a crash left between gate and settlement', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open();
  });

  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  const reconcile = (): Promise<void> => stage.part(OutboxSender).reconcile(stage.port, stage.owner);

  /** Messages that passed the gate under a lease of before. */
  async function leftBehind(count: number): Promise<string[]> {
    const ids = await stage.queueForMany(count, () => stage.friend());
    await stage.admittedOf(ids);
    await stage.rows('UPDATE outbox SET fencing_token = 6 WHERE account_id = $1', [stage.owner.accountId]);
    return (await Promise.all(ids.map((id) => stage.find(id)))).map((row) => row.message_id);
  }

  const stateOf = async (messageId: string | undefined): Promise<unknown> => {
    const [row] = await stage.rows('SELECT state, reason FROM outbox WHERE message_id = $1', [messageId]);
    return row;
  };

  it('is asked for in the history, and one that nothing can be found out about holds up none of the others', async () => {
    const [arrived, pending, error, absent, cut, silent] = await leftBehind(6);
    let asked = 0;
    stage.port.onLookup = (id) => {
      if (id === arrived) return { found: true, ack: 2 };
      if (id === pending) return { found: true, ack: 0 };
      if (id === error) return { found: true, ack: -1 };
      if (id === absent) return { found: false, historyComplete: true };
      if (id === cut) return { found: false, historyComplete: false };
      asked += 1;
      return new Error('detached Frame');
    };
    await reconcile();
    expect(await stateOf(arrived)).toEqual({ state: 'sent', reason: null });
    expect(await stateOf(pending)).toEqual({ state: 'sent', reason: null });
    expect(await stateOf(error)).toEqual({ state: 'queued', reason: 'try-again' });
    expect(await stateOf(absent)).toEqual({ state: 'queued', reason: 'try-again' });
    expect(await stateOf(cut)).toEqual({ state: 'unknown', reason: 'history-incomplete' });
    expect(await stateOf(silent)).toEqual({ state: 'unknown', reason: 'lookup-failed' });
    expect(asked).toBe(3);
    await stage.pass(10_000);
    await stage.send();
    expect(stage.port.sent.map(({ id }) => id).sort()).toEqual([error, absent].sort());
  });

  it('believes a history that answers when it is asked again', async () => {
    const [id] = await leftBehind(1);
    let asked = 0;
    stage.port.onLookup = () => ((asked += 1) < 3 ? new Error('timeout') : { found: true, ack: 1 });
    await reconcile();
    expect(await stateOf(id)).toEqual({ state: 'sent', reason: null });
  });

  it('waits for the connection when that is lost meanwhile, and goes on where it was', async () => {
    const ids = await leftBehind(3);
    let connected = false;
    stage.port.onLookup = (id) => (connected || id === ids[0] ? { found: true, ack: 1 } : notConnected('RECONNECTING'));
    await expect(reconcile()).rejects.toMatchObject({ code: 'whatsapp.not-connected' });
    const states = await stage.rows(`SELECT count(*)::integer AS count FROM outbox WHERE state = 'unknown'`);
    expect(states).toEqual([{ count: 0 }]);
    connected = true;
    await reconcile();
    for (const id of ids) expect(await stateOf(id)).toEqual({ state: 'sent', reason: null });
  });

  it('gives up a message that a connection which is up fails at for a minute, after the others', async () => {
    const [poison, fine] = await leftBehind(2);
    const clock = new FakeClock();
    const reconciliation = new OutboxReconciliation(stage.part(OutboxSettlement), clock, stage.part(Logger));
    const refused = () =>
      expect(reconciliation.reconcile(stage.port, stage.owner)).rejects.toMatchObject({
        code: 'whatsapp.not-connected',
      });
    stage.port.onLookup = (id) => {
      if (id === fine) return { found: true, ack: 1 };
      clock.advance(16_000);
      return notConnected('DEGRADED');
    };
    // Four tries are less than a minute, and each connection has one of its own.
    for (let tries = 0; tries < 4; tries += 1) await refused();
    expect(await stateOf(fine)).toEqual({ state: 'sent', reason: null });
    stage.port.state = 'RECONNECTING';
    await refused();
    stage.port.state = 'READY';
    for (let tries = 0; tries < 4; tries += 1) await refused();
    clock.advance(60_000);
    for (let tries = 0; tries < 4; tries += 1) await refused();
    await reconciliation.reconcile(stage.port, stage.owner);
    expect(await stateOf(poison)).toEqual({ state: 'unknown', reason: 'lookup-failed' });
  });

  it('never tries again by itself what is unknown', async () => {
    stage.port.onSend = () => sendUnknown('no answer');
    stage.port.onLookup = () => ({ found: false, historyComplete: false });
    const [id] = await stage.queue(await stage.friend(), ['hello']);
    await stage.send();
    expect(await stage.find(id)).toMatchObject({ state: 'unknown', reason: 'history-incomplete' });
    stage.port.onSend = () => undefined;
    await stage.pass(48 * 60 * 60_000);
    await reconcile();
    await stage.send();
    expect(await stage.part(OutboxGate).next(stage.owner.accountId)).toMatchObject({ id: null, more: false });
    expect(stage.port.sent).toEqual([]);
  });
});
