import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Page } from '#kernel';
import { Cursors } from '#security';

import type { StoredDecision } from '../store/stored-decision.js';

/** A decision, and what became of its words once they were handed over. */
export interface ListedDecision extends StoredDecision {
  readonly outboxState: string | null;
  readonly outboxReason: string | null;
}

export interface DecisionQuery {
  /** Only those on which it acted, or was about to. */
  readonly taken?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

interface Row extends Omit<ListedDecision, 'member'> {
  readonly member: string | null;
  readonly number: string;
}

/** The last decisions of groups, as many as their rings hold. */
@Injectable()
export class DecisionList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** The latest first. @throws AppError `cursor.invalid` */
  async page(chatId: string, { taken, limit, cursor }: DecisionQuery): Promise<Page<ListedDecision>> {
    const list = `autonomy-decisions/${chatId}${taken ? '&taken' : ''}`;
    const [before] = cursor === undefined ? [null] : this.cursors.read(list, cursor, 1);
    const rows = await this.dataSource.query<Row[]>(PAGE_SQL, [chatId, taken ?? false, before, limit + 1]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ number: _number, member, ...row }) => ({
        ...row,
        member: member === null ? null : Number(member),
      })),
      nextCursor: rows.length > limit && last ? this.cursors.sign(list, [last.number]) : null,
    };
  }
}

const PAGE_SQL = `
SELECT decisions.id, decisions.chat_id AS "chatId", number, at, trigger, engine, mood, action, member, score, obstacle, reasons, signals,
  status, decisions.reason, outbox.state AS "outboxState", outbox.reason AS "outboxReason"
FROM autonomy_decisions AS decisions
LEFT JOIN outbox ON status = 'handed' AND idempotency_key = 'autonomy:' || decisions.id AND part = 0
WHERE decisions.chat_id = $1 AND (NOT $2::boolean OR status <> 'none') AND ($3::bigint IS NULL OR number < $3)
ORDER BY number DESC LIMIT $4`;
