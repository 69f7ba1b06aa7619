import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';

import type { Reason } from '../planning/reason.js';

/** What is kept of a look. */
export interface KeptLook {
  readonly contactId: string;
  readonly characterId: string | null;
  readonly chatId: string | null;
  readonly lastHeardAt: Date | null;
  readonly reasons: readonly Reason[];
  /** Null: not before they write. */
  readonly nextLookAt: Date | null;
}

/** Who is due to be looked at, and what came of it. */
@Injectable()
export class LookedPeople {
  /** Locks up to `limit` of those whose time it is, the longest due first. Whoever is being looked at by another planner is passed over. */
  async lockDue(manager: EntityManager, now: Date, limit: number): Promise<readonly string[]> {
    const rows = await queryPrepared<{ contactId: string }>(manager, LOCK_DUE, [now, limit]);
    return rows.map(({ contactId }) => contactId);
  }

  /** Locks one, made when it is missing. */
  async lock(manager: EntityManager, contactId: string): Promise<void> {
    await manager.query('INSERT INTO engagement_people (contact_id) VALUES ($1) ON CONFLICT (contact_id) DO NOTHING', [
      contactId,
    ]);
    await manager.query('SELECT 1 FROM engagement_people WHERE contact_id = $1 FOR UPDATE', [contactId]);
  }

  async keep(manager: EntityManager, looks: readonly KeptLook[], now: Date): Promise<void> {
    const rows = looks.map((look) => ({
      contact_id: look.contactId,
      character_id: look.characterId,
      chat_id: look.chatId,
      last_heard_at: look.lastHeardAt,
      looked_reason: look.reasons[0]?.code ?? null,
      looked_reasons: look.reasons,
      next_look_at: look.nextLookAt,
    }));
    await queryPrepared(manager, KEEP, [JSON.stringify(rows), now]);
  }
}

const LOCK_DUE: Statement = {
  name: 'engagement.lock-due',
  text: `
SELECT contact_id AS "contactId" FROM engagement_people WHERE next_look_at <= $1
ORDER BY next_look_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
};

const KEEP: Statement = {
  name: 'engagement.keep-looks',
  text: `
UPDATE engagement_people AS person SET character_id = look.character_id, chat_id = look.chat_id, last_heard_at = look.last_heard_at,
  looked_reason = look.looked_reason, looked_reasons = look.looked_reasons, next_look_at = look.next_look_at, looked_at = $2
FROM jsonb_to_recordset($1::jsonb) AS look (
  contact_id uuid, character_id uuid, chat_id uuid, last_heard_at timestamptz, looked_reason text, looked_reasons jsonb,
  next_look_at timestamptz
)
WHERE person.contact_id = look.contact_id`,
};
