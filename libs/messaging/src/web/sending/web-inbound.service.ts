import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AppError, Clock, failpoint } from '#kernel';
import type { Viewer } from '#security';
import type { IncomingMessage } from '#whatsapp';

import { InboundWriter, type Written } from '../../inbound/inbound-writer.service.js';
import { ConversationRows, type ConversationRow } from '../conversations/conversation-rows.service.js';
import { PersonEvents, type NewPersonEvent } from '../events/person-events.service.js';
import { WEB_ACCOUNT_ID } from '../web-account.js';
import { SendingRate } from './sending-rate.service.js';
import { clientIdOf } from './web-message-id.js';

/** What somebody sends into a conversation. */
export interface WebSend {
  readonly viewer: Viewer;
  readonly conversationId: string;
  readonly text: string;
  /** Given once, whoever named it: what may have been stored, for all that is known of its commit, is found by it. */
  readonly externalId: string;
}

/** What became of it. */
export interface WebArrival {
  readonly id: string;
  /** The person whose stream grew. */
  readonly contactId: string;
  readonly externalId: string;
  readonly createdAt: Date;
  /** False when it was there already. */
  readonly stored: boolean;
}

export interface WebArrivals {
  /** In the order of the sends; an error in the place of what was refused. */
  readonly arrivals: readonly (WebArrival | AppError)[];
  readonly due: Written['due'];
}

/** A send, with the conversation that it belongs to. */
interface PlacedSend extends WebSend {
  readonly row: ConversationRow;
}

/**
 * Stores what people write on the web: one transaction holds the messages, what they mean for their chats, and the news of them. The chats are
 * locked first and the streams of their people after them, each in the order of their ids; the same message twice at once is stored by the first and
 * found by the second.
 */
@Injectable()
export class WebInbound {
  constructor(
    private readonly conversations: ConversationRows,
    private readonly writer: InboundWriter,
    private readonly rate: SendingRate,
    private readonly events: PersonEvents,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `conversation.not-found`, `conversation.not-web` and `message.rate-limited`. */
  async store(manager: EntityManager, sends: readonly WebSend[]): Promise<WebArrivals> {
    const asked = sends.map(({ viewer, conversationId: id }) => ({ viewer, id }));
    const rows = await this.conversations.lockAllOnWeb(manager, asked);
    const placed = sends.map((send, index) => {
      const row = rows[index] ?? new Error('a conversation was lost on its way');
      return row instanceof Error ? row : { ...send, row };
    });
    const there = await storedAmong(manager, placed.filter(isPlaced));
    const fresh = firstOfEach(placed.filter(isPlaced).filter((send) => !there.has(keyOf(send))));
    const refused = await this.rate.take(
      manager,
      fresh.map(({ row, viewer }) => ({ contactId: row.contactId, free: viewer.kind === 'operator' })),
    );
    const due = await this.write(
      manager,
      fresh.filter((_, index) => refused[index] === null),
      there,
    );
    const refusals = new Map(fresh.flatMap((send, index) => (refused[index] ? [[keyOf(send), refused[index]]] : [])));
    const isFresh = new Set<unknown>(fresh);
    const arrivals = placed.map((send) => {
      if (!isPlaced(send)) return send as AppError;
      const arrival = there.get(keyOf(send));
      if (arrival) return { ...arrival, stored: isFresh.has(send) };
      return refusals.get(keyOf(send)) ?? new AppError('message.lost', 'Send it again.', { kind: 'unavailable' });
    });
    return { arrivals, due };
  }

  /** Adds what was stored to `there`. */
  private async write(
    manager: EntityManager,
    sends: readonly PlacedSend[],
    there: Map<string, Omit<WebArrival, 'stored'>>,
  ): Promise<Written['due']> {
    if (sends.length === 0) return [];
    const now = this.clock.now();
    const items = sends.map((send) => ({
      accountId: WEB_ACCOUNT_ID,
      message: messageOf(send, now),
      parties: { chatId: send.row.id, chatSubjectId: send.row.subjectId, senderId: send.row.contactId },
    }));
    const { recorded, due } = await this.writer.writeIn(manager, items);
    const events: NewPersonEvent[] = [];
    sends.forEach((send, index) => {
      const id = recorded[index]?.stored ? recorded[index].id : undefined;
      if (id === undefined) throw new Error('a message that was not there could not be stored');
      const { row, externalId } = send;
      there.set(keyOf(send), { id, contactId: row.contactId, externalId, createdAt: now });
      events.push(...newsOf(send, id, now));
    });
    const revived = sends.flatMap(({ row }) => (row.status === 'archived' ? [row.id] : []));
    if (revived.length > 0) await manager.query(REVIVE_SQL, [revived, now]);
    await this.events.appendAll(manager, events);
    failpoint('web.stored');
    return due;
  }
}

function newsOf({ row, externalId }: PlacedSend, messageId: string, at: Date): NewPersonEvent[] {
  const { id: conversationId, contactId, status } = row;
  const about = { contactId, chatId: conversationId, messageId };
  const clientId = clientIdOf(externalId);
  const delivered = { conversationId, messageId, ...(clientId !== undefined && { clientId }), deliveredAt: at };
  const updated = { contactId, chatId: conversationId, payload: { conversationId } };
  return [
    { ...about, event: 'message:received' },
    { ...about, event: 'message:delivered', payload: delivered },
    ...(status === 'archived' ? [{ ...updated, event: 'conversation:updated' as const }] : []),
  ];
}

/** Which of them are there already, by `keyOf`. */
async function storedAmong(
  manager: EntityManager,
  sends: readonly PlacedSend[],
): Promise<Map<string, Omit<WebArrival, 'stored'>>> {
  if (sends.length === 0) return new Map();
  const rows: { place: number; id: string; sent_at: Date }[] = await manager.query(STORED_SQL, [
    sends.map(({ row }) => row.id),
    sends.map(({ externalId }) => externalId),
  ]);
  const there = new Map<string, Omit<WebArrival, 'stored'>>();
  for (const { place, id, sent_at: createdAt } of rows) {
    const send = sends[place - 1];
    if (send) there.set(keyOf(send), { id, contactId: send.row.contactId, externalId: send.externalId, createdAt });
  }
  return there;
}

/** The same message may be among them twice. */
function firstOfEach(sends: readonly PlacedSend[]): PlacedSend[] {
  const seen = new Set<string>();
  return sends.filter((send) => !seen.has(keyOf(send)) && seen.add(keyOf(send)));
}

function isPlaced(send: PlacedSend | Error): send is PlacedSend {
  return !(send instanceof Error);
}

function keyOf({ row, externalId }: PlacedSend): string {
  return `${row.id}|${externalId}`;
}

function messageOf({ row, externalId, text }: PlacedSend, sentAt: Date): IncomingMessage {
  return {
    ...{ id: externalId, text, sentAt, fromMe: false, kind: 'text', live: true, mentions: [], mentionsMe: false },
    chat: { id: row.externalId, kind: 'direct' },
    sender: { id: `${row.contactId}@web` },
  };
}

const STORED_SQL = `
SELECT place::integer AS place, messages.id, sent_at
FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked (chat_id, external_id, place)
JOIN messages USING (chat_id, external_id) WHERE participant = ''`;

const REVIVE_SQL = `UPDATE conversations SET status = 'active', updated_at = $2 WHERE chat_id = ANY($1::uuid[])`;
