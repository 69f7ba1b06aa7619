import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { TitleStanding } from './is-title-due.js';

/** Where a title stands, and what of the talk may be in it. */
export interface TitleGround extends TitleStanding {
  /** What was said until then was asked to be forgotten. */
  readonly forgottenUntil: Date | null;
}

/** Looks up what decides whether a title is due. */
@Injectable()
export class TitleStandings {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for what is no conversation on the web: chats on WhatsApp are called what the phone calls them. */
  async of(chatId: string): Promise<TitleGround | null> {
    const [row] = await this.dataSource.query<TitleGround[]>(STANDING_SQL, [chatId]);
    return row ?? null;
  }
}

const STANDING_SQL = `
SELECT title_source IS NOT NULL AS "hasTitle", title_source IS NOT DISTINCT FROM 'custom' AS custom,
  (SELECT count(*) FROM turns WHERE turns.chat_id = chats.id AND state = 'answered')::integer AS answers,
  (SELECT max(forgotten_until) FROM memory_revisions WHERE contact_id = chats.contact_id) AS "forgottenUntil"
FROM chats JOIN conversations ON conversations.chat_id = chats.id
WHERE chats.id = $1 AND channel = 'web' AND status <> 'deleted'`;
