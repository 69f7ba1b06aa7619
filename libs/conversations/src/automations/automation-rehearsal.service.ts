import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import { needsLabels, type AutomationWhen } from './automation.js';
import { matches } from './matches.js';
import { MessageFactsReader } from './message-facts.service.js';

const BATCH = 100;

/** What an automation would have been about. */
export interface Rehearsal {
  /** Messages that were looked at. */
  readonly examined: number;
  /** Of those, how many have no labels yet, though the automation asks for some: they can hardly match. */
  readonly unlabelled: number;
  readonly matches: readonly RehearsedMatch[];
}

export interface RehearsedMatch {
  readonly messageId: string;
  readonly chatId: string;
  readonly sentAt: Date;
  readonly reasons: readonly string[];
}

/** Tries an automation on messages of the past. Nothing is done, nothing is written, no model is asked. */
@Injectable()
export class AutomationRehearsal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: MessageFactsReader,
    private readonly clock: Clock,
  ) {}

  /** Looks at the `limit` messages of contacts that were stored last and sent since then. */
  async of(when: AutomationWhen, since: Date, limit: number): Promise<Rehearsal> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT messages.id FROM messages JOIN chats ON chats.id = chat_id
       WHERE author = 'contact' AND revoked_at IS NULL AND sent_at >= $1 AND chats.kind IN ('direct', 'group')
         AND ($2::uuid[] IS NULL OR chat_id = ANY($2)) AND ($3::text IS NULL OR chats.kind = $3)
       ORDER BY messages.id DESC LIMIT $4`,
      [since, when.scope?.chat_ids ?? null, when.scope?.kind ?? null, limit],
    );
    const found: RehearsedMatch[] = [];
    let unlabelled = 0;
    for (let start = 0; start < rows.length; start += BATCH) {
      for (const message of await this.facts.of(rows.slice(start, start + BATCH).map(({ id }) => id))) {
        const { sentiment, category, tags } = message.labels;
        if (needsLabels(when, []) && sentiment === null && category === null && tags.length === 0) unlabelled += 1;
        const { matched, reasons } = matches(when, message, this.clock.now());
        if (matched) found.push({ messageId: message.id, chatId: message.chatId, sentAt: message.sentAt, reasons });
      }
    }
    return { examined: rows.length, unlabelled, matches: found };
  }
}
