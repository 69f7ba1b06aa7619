import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Page } from '#kernel';
import { Cursors } from '#security';

import type { OutboxState } from '../outbox/outbox.entity.js';
import type { TurnEntity } from './turn.entity.js';

/** A turn, and where the parts of its answer are. */
export interface TurnView extends Pick<
  TurnEntity,
  'id' | 'agent' | 'state' | 'reason' | 'attempts' | 'createdAt' | 'finishedAt'
> {
  readonly outbox: readonly { readonly id: string; readonly state: OutboxState; readonly reason: string | null }[];
}

/** What became of the bursts of a chat, for the operator. */
@Injectable()
export class TurnReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** The turns of one chat, the latest first. Throws `cursor.invalid`. */
  async ofChat(
    chatId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<TurnView>> {
    const list = `turns:${chatId}`;
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const rows = await this.dataSource.query<TurnView[]>(TURNS_SQL, [chatId, at, id, limit + 1]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { items, nextCursor: more ? this.cursors.sign(list, [last.createdAt.toISOString(), last.id]) : null };
  }
}

const TURNS_SQL = `
SELECT id, agent, state, reason, attempts, created_at AS "createdAt", finished_at AS "finishedAt",
  coalesce((SELECT json_agg(json_build_object('id', part.id, 'state', part.state, 'reason', part.reason) ORDER BY part.part)
    FROM outbox AS part WHERE part.turn_id = turns.id), '[]') AS outbox
FROM turns WHERE chat_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
ORDER BY created_at DESC, id DESC LIMIT $4`;
