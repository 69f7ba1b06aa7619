import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ConversationConfig } from '#config';
import { isAllowedChat, type ReplyMode } from '#messaging';

/** A group's chat, as far as speaking unasked asks for it. */
export interface ChatFacts {
  readonly accountId: string;
  readonly externalId: string;
  readonly title: string | null;
  readonly optedOutAt: Date | null;
  readonly allowed: boolean;
  readonly replyMode: ReplyMode;
  readonly takenOverUntil: Date | null;
  readonly archivedAt: Date | null;
  readonly quietUntil: Date | null;
  readonly accountReady: boolean;
  readonly answering: boolean;
}

interface FactsRow extends Omit<ChatFacts, 'allowed' | 'replyMode'> {
  readonly allowed: boolean | null;
  readonly replyMode: ReplyMode | null;
}

/** Reads what the store of record knows of a group's chat. */
@Injectable()
export class ChatFactsReader {
  constructor(private readonly config: ConversationConfig) {}

  /** Null where there is no such group. Locks nothing. */
  async read(manager: EntityManager, chatId: string, now: Date): Promise<ChatFacts | null> {
    const [row]: FactsRow[] = await manager.query(FACTS_SQL, [chatId, now]);
    if (!row) return null;
    const allowed = isAllowedChat({ ...row, phones: [] }, this.config.allowList);
    return { ...row, allowed, replyMode: row.replyMode ?? this.config.replyMode };
  }
}

/**
 * An account is ready as outreach has it: connected, wanted, with an owner, and not stopped. A burst of messages is always under way in a lively
 * group: what waits counts as being answered only where it is addressed to us.
 */
const FACTS_SQL = `
SELECT chats.account_id AS "accountId", external_id AS "externalId", title, opted_out_at AS "optedOutAt", allowed, reply_mode AS "replyMode",
  taken_over_until AS "takenOverUntil", archived_at AS "archivedAt", quiet_until AS "quietUntil",
  status = 'READY' AND wanted = 'running' AND coalesce(lease_expires_at > now(), false) AND stopped_at IS NULL
    AND coalesce(held_until <= $2::timestamptz + interval '10 minutes', true) AS "accountReady",
  EXISTS (SELECT 1 FROM turns WHERE turns.chat_id = chats.id AND state = 'pending')
    OR EXISTS (SELECT 1 FROM outbox WHERE outbox.chat_id = chats.id AND state IN ('queued', 'sending'))
    OR EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id AND route = 'pending' AND addressed) AS answering
FROM chats JOIN accounts ON accounts.id = chats.account_id LEFT JOIN account_pacing ON account_pacing.account_id = accounts.id
WHERE chats.id = $1 AND kind = 'group'`;
