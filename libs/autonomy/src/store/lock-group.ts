import type { EntityManager } from 'typeorm';

import { AutonomyGroupEntity } from './autonomy-group.entity.js';

/** The group's row, its own until the transaction ends. Whoever needs its chat's row, too, has locked that before. */
export function lockGroup(manager: EntityManager, chatId: string): Promise<AutonomyGroupEntity | null> {
  return manager.findOne(AutonomyGroupEntity, { where: { chatId }, lock: { mode: 'pessimistic_write' } });
}
