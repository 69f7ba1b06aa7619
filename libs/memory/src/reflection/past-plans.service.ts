import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';

import { ServerConfig } from '#config';
import { Transactions } from '#database';

import type { MemoryFact } from '../facts/memory-fact.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import { MemoryRows } from '../facts/store/memory-rows.service.js';
import { spokenLanguage } from '../summaries/spoken-language.js';

/** Makes events of plans whose day has passed: they are told as what was planned, since nobody said how it went. */
@Injectable()
export class PastPlans {
  constructor(
    private readonly rows: MemoryRows,
    private readonly facts: MemoryFacts,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly server: ServerConfig,
  ) {}

  /** Up to `limit`. Answers how many; each only once. */
  async close(now: Date, limit: number): Promise<number> {
    const plans = await this.rows.find({
      sql: `WHERE status = 'active' AND category = 'plan' AND valid_from IS NOT NULL
              AND coalesce(valid_until, valid_from + interval '1 day') < $1 ORDER BY id LIMIT $2`,
      values: [now, limit],
    });
    for (const plan of plans) await this.closeOne(plan, now);
    return plans.length;
  }

  private async closeOne(plan: MemoryFact, now: Date): Promise<void> {
    const sources = await this.dataSource.query<{ message_id: string; chat_id: string }[]>(
      'SELECT message_id, chat_id FROM memory_sources WHERE memory_id = $1 ORDER BY message_id',
      [plan.id],
    );
    const { characterId, contactId, groupId, id, confidence, importance, validFrom } = plan;
    const write = {
      characterId,
      contactId,
      groupId,
      chatId: sources[0]?.chat_id ?? null,
      origin: 'reflection' as const,
    };
    const said = sources.filter(({ chat_id }) => chat_id === write.chatId).map(({ message_id }) => message_id);
    await this.transactions.run((manager) =>
      this.facts.apply(manager, write, [
        {
          ...{ kind: 'contradict', target: id, text: this.asPast(plan), category: 'event', confidence, importance },
          ...{ validFrom, validUntil: null, messageIds: said, saidAt: now, instructionLike: false },
        },
      ]),
    );
  }

  private asPast({ text, validFrom }: MemoryFact): string {
    const day = DateTime.fromJSDate(validFrom ?? new Date(0), { zone: this.server.timeZone }).toISODate();
    const plan = text.trim().replace(/[.!]+$/, '');
    return spokenLanguage(text) === 'es'
      ? `${plan} (era un plan para el ${day})`
      : `${plan} (this was planned for ${day})`;
  }
}
