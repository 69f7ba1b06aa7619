import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, newId } from '#kernel';
import { FieldCipher } from '#security';

import type { ChatEntity } from '../chats/chat.entity.js';
import { openBodies } from '../messages/open-bodies.js';
import { OutboxBell } from '../outbox/outbox-bell.service.js';
import { OutboxWriter } from '../outbox/outbox-writer.service.js';
import { MOST_REMAKES, REMAKE_WITHIN_MS } from './remake-policy.js';
import {
  dutyOf,
  type RoutedTurn,
  type TurnChat,
  type TurnDecider,
  type TurnDecision,
  type WaitingMessage,
} from './turn-context.js';

/** A turn is no longer than this; what is left is the next one. */
const MAX_WAITING = 200;

/**
 * Makes one turn out of everything that waits in a chat. The chat's row is locked from the reading to the decision, so a
 * message belongs to exactly one turn, and a STOP or a takeover is either seen here or at the last gate.
 */
@Injectable()
export class TurnMaker {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly outbox: OutboxWriter,
    private readonly bell: OutboxBell,
    private readonly clock: Clock,
  ) {}

  /** `archived`: the chat was put away, and nothing was done; with `asItIs` a turn is made of what is there. */
  async make(chatId: string, decide: TurnDecider, asItIs: boolean): Promise<RoutedTurn | 'archived'> {
    const routed = await this.transactions.run<RoutedTurn | 'archived'>(async (manager) => {
      const locked = await lockChat(manager, chatId);
      if (!locked?.turn_due_at) return { kind: 'nothing' };
      const now = this.clock.now();
      if (locked.turn_due_at > now) return { kind: 'early', dueAt: locked.turn_due_at };
      if (locked.archived_at && !asItIs) return 'archived';
      const waiting = await this.waitingIn(manager, chatId);
      if (waiting.length === 0) {
        await finishWaiting(manager, chatId, now);
        return { kind: 'nothing', ...(await wakingOf(manager, chatId)) };
      }
      const chat = turnChatOf(locked, await repliesSince(manager, chatId, new Date(now.getTime() - 60_000)));
      const decision = decide(chat, waiting);
      const joined = await this.join(manager, chat, waiting, decision);
      const turnId = joined ?? (await this.begin(manager, chat, waiting, decision));
      const waking = decision.kind === 'answer' ? { wakes: decision.agent } : await wakingOf(manager, chatId);
      return { kind: 'done', decision, turnId, accountId: chat.accountId, ...waking };
    });
    if (routed !== 'archived' && routed.kind === 'done' && routed.decision.kind === 'say')
      this.bell.ring(routed.accountId);
    return routed;
  }

  private async waitingIn(manager: EntityManager, chatId: string): Promise<WaitingMessage[]> {
    const rows: WaitingRow[] = await manager.query(
      `SELECT id, external_id, sender_id, subject_id AS "subjectId", kind, body, addressed, sent_at, stored_at,
         EXISTS (SELECT 1 FROM outbox WHERE outbox.message_id = messages.external_id) AS of_ours
       FROM messages WHERE chat_id = $1 AND route = 'pending' AND revoked_at IS NULL ORDER BY sent_at, id LIMIT $2`,
      [chatId, MAX_WAITING],
    );
    const texts = await openBodies(this.cipher, rows, manager);
    return rows.map((row, index) => ({
      id: row.id,
      externalId: row.external_id,
      senderId: row.sender_id,
      kind: row.kind,
      text: texts[index] ?? '',
      addressed: row.addressed,
      ofOurs: row.of_ours,
      sentAt: row.sent_at,
      storedAt: row.stored_at,
    }));
  }

  /** What a person writes while their turn waits for its answer is part of it. Undefined where it is a turn of its own. */
  private async join(
    manager: EntityManager,
    chat: TurnChat,
    waiting: readonly WaitingMessage[],
    decision: TurnDecision,
  ): Promise<string | undefined> {
    if (chat.kind !== 'direct' || decision.kind !== 'answer' || decision.only !== undefined) return undefined;
    const now = this.clock.now();
    const [rows]: [{ id: string }[], number] = await manager.query(JOIN_SQL, [
      chat.id,
      decision.agent,
      MOST_REMAKES,
      new Date(now.getTime() - REMAKE_WITHIN_MS),
    ]);
    const turnId = rows[0]?.id;
    if (turnId === undefined) return undefined;
    await this.assign(manager, waiting, { turnId, route: 'turn', reason: null });
    await finishWaiting(manager, chat.id, now);
    return turnId;
  }

  /** What is to be looked at besides is another turn, and has the messages: what is said by code needs none. */
  private async begin(
    manager: EntityManager,
    chat: TurnChat,
    waiting: readonly WaitingMessage[],
    decision: TurnDecision,
  ): Promise<string> {
    const besides = decision.kind === 'say' ? decision.besides : undefined;
    if (!besides) return this.write(manager, chat, waiting, decision);
    const turnId = await this.write(manager, chat, [], decision);
    await this.write(manager, chat, waiting, besides);
    return turnId;
  }

  private async write(
    manager: EntityManager,
    chat: TurnChat,
    waiting: readonly WaitingMessage[],
    decision: TurnDecision,
  ): Promise<string> {
    const turnId = newId();
    const now = this.clock.now();
    const pending = decision.kind === 'answer';
    const duty = dutyOf(decision);
    const reason = pending && decision.only === undefined ? null : decision.reason;
    await manager.query(
      `INSERT INTO turns (id, chat_id, agent, state, reason, created_at, finished_at, duty) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        turnId,
        chat.id,
        pending ? decision.agent : 'orchestrator',
        pending ? 'pending' : decision.kind === 'say' ? 'answered' : 'silent',
        reason,
        now,
        pending ? null : now,
        duty,
      ],
    );
    const route = decision.kind === 'skip' || duty !== null ? 'skipped' : 'turn';
    await this.assign(manager, waiting, { turnId, route, reason });
    await finishWaiting(manager, chat.id, now);
    if (decision.kind === 'say') {
      await this.outbox.put(manager, {
        chatId: chat.id,
        turnId,
        texts: [decision.text],
        origin: 'command',
        draft: false,
      });
    }
    return turnId;
  }

  private async assign(
    manager: EntityManager,
    waiting: readonly WaitingMessage[],
    { turnId, route, reason }: { readonly turnId: string; readonly route: string; readonly reason: string | null },
  ): Promise<void> {
    await manager.query('UPDATE messages SET route = $3, route_reason = $4, turn_id = $2 WHERE id = ANY($1::uuid[])', [
      waiting.map(({ id }) => id),
      turnId,
      route,
      reason,
    ]);
  }
}

/** Into the last turn of the chat only: what is written later is not answered before. */
const JOIN_SQL = `
UPDATE turns SET revision = revision + 1, claimed_until = NULL
WHERE id = (SELECT id FROM turns WHERE chat_id = $1 AND state = 'pending' ORDER BY position DESC LIMIT 1)
  AND agent = $2 AND state = 'pending' AND duty IS NULL AND revision < $3 AND created_at > $4
RETURNING id`;

/** The turn that was not taken on as long as it looked as if more would join it. */
async function wakingOf(manager: EntityManager, chatId: string): Promise<{ readonly wakes?: string }> {
  const [turn]: { agent: string }[] = await manager.query(
    `SELECT agent FROM turns WHERE chat_id = $1 AND state = 'pending' ORDER BY position LIMIT 1`,
    [chatId],
  );
  return turn ? { wakes: turn.agent } : {};
}

/** Nothing waits any more, or what is left of a long queue is due at once. */
async function finishWaiting(manager: EntityManager, chatId: string, now: Date): Promise<void> {
  await manager.query(
    `UPDATE chats SET turn_due_at = CASE WHEN more THEN $2::timestamptz END, unrouted_since = CASE WHEN more THEN $2::timestamptz END
     FROM (SELECT EXISTS (SELECT 1 FROM messages WHERE chat_id = $1 AND route = 'pending' AND revoked_at IS NULL) AS more) AS rest
     WHERE id = $1`,
    [chatId, now],
  );
}

interface WaitingRow {
  readonly id: string;
  readonly external_id: string;
  readonly sender_id: string | null;
  readonly subjectId: string;
  readonly kind: WaitingMessage['kind'];
  readonly body: Buffer | null;
  readonly addressed: boolean;
  readonly of_ours: boolean;
  readonly sent_at: Date;
  readonly stored_at: Date;
}

interface LockedChat {
  readonly id: string;
  readonly account_id: string;
  readonly external_id: string;
  readonly kind: ChatEntity['kind'];
  readonly title: string | null;
  readonly contact_id: string | null;
  readonly reply_mode: ChatEntity['replyMode'];
  readonly allowed: boolean | null;
  readonly phones: string[];
  readonly opted_out_at: Date | null;
  readonly opted_in_at: Date | null;
  readonly taken_over_until: Date | null;
  readonly quiet_until: Date | null;
  readonly turn_due_at: Date | null;
  readonly archived_at: Date | null;
}

async function lockChat(manager: EntityManager, chatId: string): Promise<LockedChat | undefined> {
  const rows: LockedChat[] = await manager.query(
    `SELECT id, account_id, external_id, kind, title, contact_id, reply_mode, allowed, opted_out_at, opted_in_at, taken_over_until, quiet_until, turn_due_at, archived_at,
       ARRAY(SELECT value FROM contact_aliases WHERE contact_aliases.contact_id = chats.contact_id AND contact_aliases.kind = 'pn') AS phones
     FROM chats WHERE id = $1 FOR UPDATE`,
    [chatId],
  );
  return rows[0];
}

async function repliesSince(manager: EntityManager, chatId: string, since: Date): Promise<number> {
  const rows: [{ count: number }] = await manager.query(
    `SELECT count(*)::integer AS count FROM turns WHERE chat_id = $1 AND state <> 'silent' AND created_at > $2`,
    [chatId, since],
  );
  return rows[0].count;
}

function turnChatOf(row: LockedChat, repliesLastMinute: number): TurnChat {
  return {
    id: row.id,
    accountId: row.account_id,
    externalId: row.external_id,
    kind: row.kind,
    title: row.title,
    contactId: row.contact_id,
    phones: row.phones,
    replyMode: row.reply_mode,
    allowed: row.allowed,
    optedOutAt: row.opted_out_at,
    optedInAt: row.opted_in_at,
    takenOverUntil: row.taken_over_until,
    quietUntil: row.quiet_until,
    repliesLastMinute,
  };
}
