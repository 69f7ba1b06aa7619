import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AutonomyConfig } from '#config';
import type { Page } from '#kernel';
import { Cursors } from '#security';

import type { Action } from '../engine/action.js';
import type { EngineName } from '../groups/engine-name.js';

const LIST = 'autonomy-groups';

/** A group as the list shows it. */
export interface GroupRow {
  readonly chatId: string;
  readonly externalId: string;
  readonly title: string | null;
  /** The engine that decides there. */
  readonly engine: EngineName;
  readonly muted: boolean;
  /** As it was at the last look. */
  readonly mood: string;
  readonly quietUntil: Date | null;
  /** Null: it has not been looked at yet. */
  readonly nextCheckAt: Date | null;
  readonly lastAction: Action | null;
  readonly lastActionAt: Date | null;
}

interface ListedRow extends GroupRow {
  readonly lastMessageAt: Date;
}

export interface GroupQuery {
  readonly engine?: EngineName;
  readonly limit: number;
  readonly cursor?: string;
}

/** All groups in which something was said, the latest first. */
@Injectable()
export class GroupList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly config: AutonomyConfig,
  ) {}

  /** @throws AppError `cursor.invalid` */
  async page({ engine, limit, cursor }: GroupQuery): Promise<Page<GroupRow>> {
    const list = engine === undefined ? LIST : `${LIST}&engine=${engine}`;
    const [at, id] = cursor === undefined ? [null, null] : this.cursors.read(list, cursor, 2);
    const rows = await this.dataSource.query<ListedRow[]>(PAGE_SQL, [
      ...[this.config.engine, engine ?? null],
      ...[at, id, limit + 1],
    ]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return {
      items,
      nextCursor: more ? this.cursors.sign(list, [last.lastMessageAt.toISOString(), last.chatId]) : null,
    };
  }
}

const PAGE_SQL = `
SELECT chats.id AS "chatId", external_id AS "externalId", title, coalesce(engine, $1) AS engine, coalesce(muted, false) AS muted,
  coalesce(mood, 'neutral') AS mood, quiet_until AS "quietUntil", next_check_at AS "nextCheckAt", last_message_at AS "lastMessageAt",
  acted.action AS "lastAction", acted.at AS "lastActionAt"
FROM chats LEFT JOIN autonomy_groups ON autonomy_groups.chat_id = chats.id
LEFT JOIN LATERAL (
  SELECT action, at FROM autonomy_decisions WHERE autonomy_decisions.chat_id = chats.id AND status = 'handed'
  ORDER BY number DESC LIMIT 1
) AS acted ON true
WHERE kind = 'group' AND last_message_at IS NOT NULL AND ($2::text IS NULL OR coalesce(engine, $1) = $2)
  AND ($3::timestamptz IS NULL OR (last_message_at, chats.id) < ($3, $4::uuid))
ORDER BY last_message_at DESC, chats.id DESC LIMIT $5`;
