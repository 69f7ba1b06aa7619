import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared, Transactions } from '#database';
import { Clock } from '#kernel';
import { openBodies } from '#messaging';
import { FieldCipher } from '#security';

import type { EngagementType } from '../planning/engagement-type.js';
import { outcomeOf, type EngagementOutcome } from '../planning/outcome-of.js';
import { AnsweredPeople, type LockedPerson } from './answered-people.service.js';
import { answerSentiment } from './answer-sentiment.js';
import { JUDGE, PAUSE_SQL, REGRETTED, UNJUDGED } from './outcomes.sql.js';

const DAY_MS = 24 * 60 * 60_000;
/** So long whoever was annoyed is left alone. */
const PAUSE_MS = 7 * DAY_MS;
/** An answer that sounds worse than this is one of annoyance, or of somebody who wants to be left in peace. */
const ANNOYED = -0.6;
const AT_ONCE = 200;

/** One that was sent, with what became of it. */
export interface JudgedEngagement {
  readonly id: string;
  readonly contactId: string;
  readonly chatId: string;
  readonly accountId: string;
  readonly type: EngagementType;
  readonly outcome: EngagementOutcome;
}

interface UnjudgedRow extends Omit<JudgedEngagement, 'outcome'> {
  readonly sentAt: Date;
  readonly optedOutAt: Date | null;
  readonly heardAt: Date | null;
  readonly answerId: string | null;
  readonly subjectId: string | null;
  readonly body: Buffer | null;
  readonly sentiment: string | null;
}

interface Judged extends JudgedEngagement {
  readonly answeredAt: Date | null;
  readonly responseMs: number | null;
  readonly sentiment: number | null;
}

/** Finds out whether what was sent was answered within a day, and what that means for writing to its person again. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly people: AnsweredPeople,
    private readonly clock: Clock,
  ) {}

  /** All of which it is known now. */
  async judgeAll(): Promise<readonly JudgedEngagement[]> {
    const all = [...(await this.regretted())];
    for (;;) {
      const judged = await this.judgeSome();
      all.push(...judged);
      if (judged.length < AT_ONCE) return all;
    }
  }

  private async judgeSome(): Promise<readonly Judged[]> {
    const now = this.clock.now();
    // Most often there is nothing; what somebody else has judged when its person is locked is left out then.
    const rows = await this.transactions.prepared<UnjudgedRow>(UNJUDGED, [dayBefore(now), AT_ONCE]);
    const judged = rows.length > 0 ? await this.judge(rows, now) : [];
    return judged.length === 0 ? [] : this.transactions.run((manager) => this.writeDown(manager, judged, now));
  }

  private async writeDown(manager: EntityManager, judged: readonly Judged[], now: Date): Promise<readonly Judged[]> {
    const contactIds = judged.map(({ contactId }) => contactId);
    const [locked, written] = await Promise.all([
      this.people.lock(manager, contactIds),
      queryPrepared<{ id: string }>(manager, JUDGE, [
        judged.map(({ id }) => id),
        judged.map(({ outcome }) => outcome),
        judged.map(({ answeredAt }) => answeredAt),
        judged.map(({ responseMs }) => responseMs),
        judged.map(({ sentiment }) => sentiment),
      ]),
    ]);
    const ids = new Set(written.map(({ id }) => id));
    const mine = judged.filter(({ id }) => ids.has(id));
    await this.remember(manager, locked, mine, now);
    return mine;
  }

  private async judge(rows: readonly UnjudgedRow[], now: Date): Promise<readonly Judged[]> {
    const answers = rows.map(({ answerId, subjectId, body }) => ({
      id: answerId ?? '',
      subjectId: subjectId ?? '',
      body,
    }));
    const texts = await openBodies(this.cipher, answers);
    return rows.flatMap((row, index) => {
      const { id, contactId, accountId, type, chatId, sentAt, heardAt, optedOutAt } = row;
      const heard = heardAt ? [{ at: heardAt, chatId }] : [];
      const outcome = outcomeOf({ sentAt, chatId }, heard, optedOutAt, now);
      if (!outcome) return [];
      const answeredAt = outcome === 'answered' ? heardAt : null;
      const responseMs = answeredAt && answeredAt.getTime() - sentAt.getTime();
      const sentiment = answeredAt && answerSentiment(row.sentiment, texts[index] ?? null);
      return [{ id, contactId, chatId, accountId, type, outcome, answeredAt, responseMs, sentiment }];
    });
  }

  private async remember(
    manager: EntityManager,
    locked: readonly LockedPerson[],
    judged: readonly Judged[],
    now: Date,
  ): Promise<void> {
    const answered = judged.filter(({ outcome }) => outcome === 'answered');
    await this.people.learn(manager, locked, answered);
    await this.pause(
      manager,
      judged.filter(({ outcome, sentiment }) => outcome === 'opted_out' || (sentiment ?? 0) < ANNOYED),
      now,
    );
  }

  /** Who answered, and then said STOP within the day. */
  private async regretted(): Promise<readonly JudgedEngagement[]> {
    const now = this.clock.now();
    const rows = await this.transactions.prepared<Omit<JudgedEngagement, 'outcome'>>(REGRETTED, [
      dayBefore(now),
      pausedUntil(now),
    ]);
    return rows.map((row) => ({ ...row, outcome: 'opted_out' as const }));
  }

  private async pause(
    manager: EntityManager,
    judged: readonly { readonly contactId: string }[],
    now: Date,
  ): Promise<void> {
    if (judged.length === 0) return;
    await manager.query(PAUSE_SQL, [judged.map(({ contactId }) => contactId), pausedUntil(now)]);
  }
}

function dayBefore(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}

function pausedUntil(now: Date): Date {
  return new Date(now.getTime() + PAUSE_MS);
}
