import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';

import { ServerConfig } from '#config';

import type { MemoryFact, MemorySource } from '../facts/memory-fact.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import type { MemoryOperation } from '../facts/memory-operation.js';
import { MemoryRevision } from '../facts/memory-revision.service.js';
import type { MemoryOwner } from '../facts/memory-scope.js';
import { MemoryUpkeep } from '../facts/memory-upkeep.service.js';
import { MemoryRows } from '../facts/store/memory-rows.service.js';
import { spokenLanguage } from '../summaries/spoken-language.js';

/** Makes an event of a plan whose day has passed: it is told as what was planned, since nobody said how it went. */
@Injectable()
export class PlannedEvents {
  constructor(
    private readonly revision: MemoryRevision,
    private readonly rows: MemoryRows,
    private readonly facts: MemoryFacts,
    private readonly upkeep: MemoryUpkeep,
    private readonly server: ServerConfig,
  ) {}

  /**
   * Answers whether the plan ended. One that was forgotten, changed or became another contact's before its owner was locked is left alone. One of
   * which no event can be made, because what else was said with it was forgotten, say, ends without one.
   */
  async make(manager: EntityManager, owner: MemoryOwner, id: string, now: Date): Promise<boolean> {
    const change = await this.revision.advance(manager, owner);
    if (change?.contactId !== owner.contactId) return false;
    const values = [id, owner.contactId, owner.characterId, now];
    const [plan] = await this.rows.find({ sql: STILL_SQL, values }, manager);
    if (!plan) return false;
    const sources = await manager.query<MemorySource[]>(SOURCES_SQL, [id]);
    const { characterId, contactId, groupId } = plan;
    const chatId = sources[0]?.chatId ?? null;
    const write = { characterId, contactId, groupId, chatId, origin: 'reflection' as const };
    const said = sources.filter((source) => source.chatId === chatId).map(({ messageId }) => messageId);
    const { closed } = await this.facts.apply(manager, write, [this.eventOf(plan, said, now)]);
    return closed.includes(id) || this.upkeep.end(manager, plan, id, plan.validFrom ?? now);
  }

  private eventOf(plan: MemoryFact, messageIds: readonly string[], saidAt: Date): MemoryOperation {
    const { id, confidence, importance, validFrom } = plan;
    return {
      ...{ kind: 'contradict', target: id, text: this.asPast(plan), category: 'event', confidence, importance },
      ...{ validFrom, validUntil: null, messageIds, saidAt, instructionLike: false },
    };
  }

  private asPast({ text, validFrom }: MemoryFact): string {
    const day = DateTime.fromJSDate(validFrom ?? new Date(0), { zone: this.server.timeZone }).toISODate();
    const plan = text.trim().replace(/[.!]+$/, '');
    return spokenLanguage(text) === 'es'
      ? `${plan} (era un plan para el ${day})`
      : `${plan} (this was planned for ${day})`;
  }
}

const STILL_SQL = `
WHERE id = $1 AND contact_id = $2 AND character_id = $3 AND status = 'active' AND category = 'plan'
  AND coalesce(valid_until, valid_from + interval '1 day') < $4`;

const SOURCES_SQL = `
SELECT message_id AS "messageId", chat_id AS "chatId" FROM memory_sources WHERE memory_id = $1 ORDER BY message_id`;
