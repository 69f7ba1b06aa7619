import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import { presentOf } from '../relationship/decay.js';
import { RelationshipRows } from '../relationship/relationship-rows.service.js';

/** What memory knows about a chat that its messages do not tell. */
export interface ChatTies {
  /** 0-100: the level of the relationship, with the character that is nearest. */
  readonly relationship?: number;
  /** 0-1: how much the latest summary matters. */
  readonly importance?: number;
}

/** Tells those who decide about whole chats which of them matter to somebody. */
@Injectable()
export class MemoryTies {
  constructor(
    private readonly rows: RelationshipRows,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of these chats, those of which something is known. */
  async of(chatIds: readonly string[]): Promise<ReadonlyMap<string, ChatTies>> {
    const rows = await this.dataSource.query<TieRow[]>(TIES_SQL, [chatIds]);
    const now = this.clock.now();
    const ties = new Map<string, ChatTies>();
    for (const { chatId, contactId, importance } of rows) {
      const standings = contactId === null ? [] : await this.rows.ofContact(contactId);
      const levels = standings.map((standing) => presentOf(standing, now).level);
      if (levels.length === 0 && importance === null) continue;
      ties.set(chatId, {
        ...(levels.length > 0 && { relationship: Math.max(...levels) }),
        ...(importance !== null && { importance: importance / 10 }),
      });
    }
    return ties;
  }
}

interface TieRow {
  readonly chatId: string;
  readonly contactId: string | null;
  readonly importance: number | null;
}

const TIES_SQL = `
SELECT id AS "chatId", contact_id AS "contactId",
  (SELECT importance FROM memory_summaries WHERE chat_id = chats.id ORDER BY memory_summaries.id DESC LIMIT 1) AS importance
FROM chats WHERE id = ANY ($1::uuid[])`;
