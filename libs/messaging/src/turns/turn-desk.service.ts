import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import type { ReplyMode } from '../chats/chat.entity.js';
import { OutboxBell } from '../outbox/outbox-bell.service.js';
import { OutboxWriter, type PutResult } from '../outbox/outbox-writer.service.js';
import type { AnswerTraits } from '../traits/answer-traits.js';
import type { ClaimedTurn } from './claimed-turn.js';
import { isSuperseded } from './remake-policy.js';
import { TurnClaims, type NeglectedChat } from './turn-claims.service.js';

export interface TurnAnswer {
  /** The parts of the answer, in order; each becomes one message. */
  readonly texts: readonly string[];
  /** What happens in a chat that has no mode of its own. */
  readonly defaultMode: ReplyMode;
  /** It leaves at once, also when more has been written meanwhile that has not joined its turn yet. */
  readonly urgent?: boolean;
  readonly traits?: AnswerTraits;
}

/** `superseded`: something new has come that it does not know; the turn is to be claimed and answered again. `gone`: it was finished before. */
export type AnswerOutcome = 'answered' | 'superseded' | 'gone';

/** Where an agent takes turns and hands in answers. A turn is answered once, however often it is worked on. */
@Injectable()
export class TurnDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxWriter,
    private readonly bell: OutboxBell,
    private readonly claims: TurnClaims,
    private readonly clock: Clock,
  ) {}

  /**
   * The oldest turn of the chat that waits for this agent; undefined when there is none, when another worker has it, or when its person is
   * writing on: what they write will join it.
   */
  claim(agent: string, chatId: string): Promise<ClaimedTurn | undefined> {
    return this.claims.claim(agent, chatId);
  }

  /** Does the work on a turn and keeps the claim for as long as it takes. `interrupted` aborts when the answer would be out of date. */
  whileClaimed<T>(turn: ClaimedTurn, work: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
    return this.claims.during(turn, work);
  }

  /** Leaves a turn that could not be answered for another try, not before `delayMs` from now. Nothing when the claim has ended. */
  postpone(turn: ClaimedTurn, delayMs: number): Promise<void> {
    return this.claims.postpone(turn, delayMs);
  }

  /** Gives a turn back at once. */
  release(turn: ClaimedTurn): Promise<void> {
    return this.claims.release(turn);
  }

  /**
   * Puts the answer into the outbox, as drafts when its chat is in draft mode at this moment. The chat's row is locked before the turn's, as
   * by whoever makes turns: what is new has joined before and is seen here, or waits and is seen too, or comes after.
   */
  async answer(turn: ClaimedTurn, answer: TurnAnswer): Promise<AnswerOutcome> {
    const put = await this.transactions.run((manager) => this.handIn(manager, turn, answer));
    if (typeof put === 'string') return put;
    this.bell.ring(put.accountId);
    return 'answered';
  }

  /** Finishes a turn without an answer and records why. Nothing when something has joined it meanwhile: it is to be claimed again. */
  async silence(turn: ClaimedTurn, reason: string): Promise<void> {
    await this.transactions.run((manager) => this.finish(manager, turn, { state: 'silent', reason }));
  }

  /** The chats in which turns have waited since before `olderThan` with nobody at work on them. */
  neglected(olderThan: Date): Promise<readonly NeglectedChat[]> {
    return this.claims.neglected(olderThan);
  }

  private async handIn(
    manager: EntityManager,
    turn: ClaimedTurn,
    { texts, defaultMode, urgent = false, traits }: TurnAnswer,
  ): Promise<PutResult | Exclude<AnswerOutcome, 'answered'>> {
    const chat = await lockChatOf(manager, turn.id);
    if (!chat) return 'gone';
    const superseded = isSuperseded({
      ...{ chatKind: chat.kind, waits: chat.turn_due_at !== null, urgent: urgent || turn.duty !== null },
      ...{ revision: chat.revision, madeFor: turn.revision },
      ageMs: this.clock.now().getTime() - turn.createdAt.getTime(),
    });
    if (superseded) {
      await this.claims.release(turn, manager);
      return 'superseded';
    }
    if (!(await this.finish(manager, turn, { state: 'answered', reason: null }))) return 'gone';
    const draft = (chat.reply_mode ?? defaultMode) === 'draft';
    return this.outbox.put(manager, {
      chatId: chat.id,
      turnId: turn.id,
      texts,
      origin: 'reply',
      draft,
      ...(traits && { traits }),
    });
  }

  /** Answers false when the turn was finished before, or is not what was claimed any more. */
  private async finish(
    manager: EntityManager,
    { id, revision }: ClaimedTurn,
    { state, reason }: { readonly state: 'answered' | 'silent'; readonly reason: string | null },
  ): Promise<boolean> {
    const [, finished]: [unknown, number] = await manager.query(
      `UPDATE turns SET state = $2, reason = $3, finished_at = $4, claimed_until = NULL
       WHERE id = $1 AND state = 'pending' AND revision = $5`,
      [id, state, reason, this.clock.now(), revision],
    );
    return finished > 0;
  }
}

interface LockedChat {
  readonly id: string;
  readonly kind: string;
  readonly turn_due_at: Date | null;
  readonly reply_mode: ReplyMode | null;
  /** Of the turn. */
  readonly revision: number;
}

/** The turn's chat, which a merge of contacts may change until it is locked; undefined when the turn waits for no answer any more. */
async function lockChatOf(manager: EntityManager, turnId: string): Promise<LockedChat | undefined> {
  for (let tries = 0; tries < 3; tries++) {
    const [turn]: { chat_id: string }[] = await manager.query(
      `SELECT chat_id FROM turns WHERE id = $1 AND state = 'pending'`,
      [turnId],
    );
    if (!turn) return undefined;
    await manager.query('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE', [turn.chat_id]);
    // Read after the lock, and not with it: a statement that had to wait sees other tables as they were before.
    const [locked]: LockedChat[] = await manager.query(
      `SELECT chats.id, kind, turn_due_at, reply_mode, revision FROM turns JOIN chats ON chats.id = chat_id
       WHERE turns.id = $1 AND chats.id = $2 AND turns.state = 'pending'`,
      [turnId, turn.chat_id],
    );
    if (locked) return locked;
  }
  return undefined;
}
