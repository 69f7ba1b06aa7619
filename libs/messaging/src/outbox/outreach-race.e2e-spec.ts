import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import type { Viewer } from '#security';
import { newIncomingMessage } from '#testing';

import { closeLedger, openLedger } from '../../testing/outreach-ledger.js';
import { OutboxStage } from '../../testing/outbox-stage.js';
import { EventIntake } from '../inbound/event-intake.service.js';
import { Conversations } from '../web/conversations/conversations.service.js';
import { WebGate } from '../web/delivery/web-gate.service.js';
import { People } from '../web/people/people.service.js';
import { ConversationMessages } from '../web/sending/conversation-messages.service.js';
import { OutboxWriter } from './outbox-writer.service.js';

const STOPS = 1_000;
const OTHERS = 200;
const FRIENDS = 100;
const HOUR_MS = 60 * 60_000;

/** Somebody whom we want to write to, and what they say just then. */
interface Friend {
  readonly chatId: string;
  readonly say: (text: string) => Promise<unknown>;
}

describe('what nobody asked for, against a word of its person (promise 10)', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open({ PACING: 'off', DAILY_CAP_PER_CHAT: '100000', MESSAGE_RATE_LIMIT: '0/minute' });
    await openLedger(stage.part(DataSource));
  });

  afterAll(() => stage.close());

  async function onWhatsApp(): Promise<Friend> {
    const chatId = await stage.friend();
    const [chat] = await stage.rows<{ address: string }>('SELECT external_id AS address FROM chats WHERE id = $1', [
      chatId,
    ]);
    const say = (text: string): Promise<void> => {
      const message = newIncomingMessage({ from: chat?.address ?? '', text, sentAt: new Date() });
      return stage.part(EventIntake).take(stage.owner.accountId, { type: 'message', message });
    };
    return { chatId, say };
  }

  /** With as many conversations as wanted: they speak in the last, we in the first. */
  async function onTheWeb(name: string, conversations: number): Promise<Friend> {
    const contactId = await stage.part(People).resolve(`${name}-${conversations}`);
    const ids: string[] = [];
    for (let made = 0; made < conversations; made += 1) {
      ids.push((await stage.part(Conversations).create({ contactId })).id);
    }
    const viewer: Viewer = { kind: 'person', contactId };
    const say = (content: string) => stage.part(ConversationMessages).send(viewer, ids.at(-1) ?? '', { content });
    return { chatId: ids[0] ?? '', say };
  }

  /** They have said nothing for long, and nothing of ours waits. */
  async function quiet(): Promise<void> {
    for (const table of ['outbox', 'turns', 'messages']) await stage.rows(`DELETE FROM ${table}`);
    await stage.rows(
      'UPDATE chats SET opted_out_at = NULL, consent_at = NULL, turn_due_at = NULL, unrouted_since = NULL',
    );
  }

  async function reachOut(chatId: string): Promise<string> {
    const now = Date.now();
    const { ids } = await stage.part(Transactions).run((manager) =>
      stage.part(OutboxWriter).put(manager, {
        ...{ chatId, texts: ['How did it go?'], origin: 'proactive', draft: false, approved: true },
        ...{ expiresAt: new Date(now + HOUR_MS), unlessHeardSince: new Date(now - HOUR_MS) },
      }),
    );
    return ids[0] ?? '';
  }

  async function race(
    friends: readonly Friend[],
    { text, races }: { readonly text: string; readonly races: number },
    leave: (friend: Friend, id: string) => Promise<unknown>,
  ): Promise<void> {
    for (let raced = 0; raced < races; raced += friends.length) {
      await quiet();
      const started = friends.map((friend, nth) => ({ friend, nth }));
      await stage.race(started, async ({ friend, nth }) => {
        const outboxId = await reachOut(friend.chatId);
        const said = friend.say(text);
        if (nth % 3 === 1) await said;
        await leave(friend, outboxId);
        await said;
      });
    }
    const { left, ...tooLate } = await closeLedger(stage.part(DataSource));
    expect(tooLate).toEqual({ after_stop: 0, after_word: 0 });
    // Some races must have been won by either side, or the test says nothing.
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(races);
  }

  it.each([
    ['STOP', STOPS],
    ['hello there', OTHERS],
  ])(
    '"%s" on WhatsApp, %d times',
    async (text, races) => {
      const friends = await Promise.all(Array.from({ length: FRIENDS }, onWhatsApp));
      await race(friends, { text, races }, (_, id) => stage.admit(id));
    },
    120_000,
  );

  it.each([
    ['STOP', STOPS, 1],
    ['STOP', OTHERS, 2],
    ['hello there', OTHERS, 1],
    ['hello there', OTHERS, 2],
  ])(
    '"%s" on the web, %d times, in the last of %d conversations',
    async (text, races, conversations) => {
      const friends = await Promise.all(
        Array.from({ length: FRIENDS }, (_, nth) => onTheWeb(`${text}-${nth}`, conversations)),
      );
      await race(friends, { text, races }, ({ chatId }) => stage.part(WebGate).step(chatId, true));
    },
    120_000,
  );

  it('is not sent to whoever turns out to be somebody who said STOP long ago', async () => {
    const { chatId } = await onTheWeb('merged', 2);
    const outboxId = await reachOut(chatId);
    await stage.rows(
      `UPDATE chats SET opted_out_at = now() - interval '30 days'
       WHERE id <> $1 AND contact_id = (SELECT contact_id FROM chats WHERE id = $1)`,
      [chatId],
    );
    await stage.part(WebGate).step(chatId, true);
    const rows = await stage.rows('SELECT state, reason FROM outbox WHERE id = $1', [outboxId]);
    expect(rows).toEqual([{ state: 'dropped', reason: 'opted-out' }]);
  });
});
