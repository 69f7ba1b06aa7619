import type { EntityManager } from 'typeorm';

import { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import type { ObservedGroup } from './observed-group.js';

/** What is stored besides what was observed. */
type Besides = Pick<AutonomyGroupEntity, 'nextCheckAt' | 'busyUntil'> & Partial<Pick<AutonomyGroupEntity, 'decisions'>>;

/** Stores what was taken in and how far that goes, together: nothing is counted twice, and nothing is lost. */
export async function storeObserved(manager: EntityManager, observed: ObservedGroup, besides: Besides): Promise<void> {
  const { group, state, rotated, seenAt, seenId, eventsAt } = observed;
  await manager.update(
    AutonomyGroupEntity,
    { chatId: group.chatId },
    { ...rotated, seenAt, seenId, eventsAt, state: Buffer.from(state.bytes()), ...besides },
  );
}
