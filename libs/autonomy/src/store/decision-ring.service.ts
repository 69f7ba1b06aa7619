import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AutonomyDecisionEntity } from './autonomy-decision.entity.js';
import type { DecisionStatus, StoredDecision } from './stored-decision.js';

/** So many decisions of a group are kept: the oldest gives way. */
export const RING_SIZE = 200;

/** The last decisions of each group. Whoever writes here holds the group's row locked. */
@Injectable()
export class DecisionRing {
  /** Writes down a group's decision of this number, in place of the one `RING_SIZE` before it. */
  async add(manager: EntityManager, number: number, decision: StoredDecision): Promise<void> {
    const finishedAt = decision.status === 'writing' ? null : decision.at;
    const row = { ...decision, slot: number % RING_SIZE, number, finishedAt };
    await manager.upsert(AutonomyDecisionEntity, row, ['chatId', 'slot']);
  }

  /** The group's decision of this number. */
  async at(manager: EntityManager, chatId: string, number: number): Promise<StoredDecision | null> {
    const slot = number % RING_SIZE;
    const row = number < 0 ? null : await manager.findOneBy(AutonomyDecisionEntity, { chatId, slot });
    return row && toStored(row);
  }

  async find(manager: EntityManager, id: string): Promise<StoredDecision | null> {
    const row = await manager.findOneBy(AutonomyDecisionEntity, { id });
    return row && toStored(row);
  }

  /** Ends one whose words were looked for. */
  async finish(
    manager: EntityManager,
    id: string,
    end: { readonly status: Exclude<DecisionStatus, 'none' | 'writing'>; readonly reason: string | null },
    now: Date,
  ): Promise<void> {
    await manager.update(AutonomyDecisionEntity, { id, status: 'writing' }, { ...end, finishedAt: now });
  }
}

/** As it is told to others: without its place. */
export function toStored(row: AutonomyDecisionEntity): StoredDecision {
  const { id, chatId, at, trigger, engine, mood, action, member, score, obstacle, reasons, signals, status, reason } =
    row;
  return { id, chatId, at, trigger, engine, mood, action, member, score, obstacle, reasons, signals, status, reason };
}
