import type { MemoryOwner } from '../facts/memory-scope.js';
import { presentOf, type Present } from './decay.js';
import type { RelationshipEntity } from './relationship.entity.js';
import { standingOf } from './relationship-rows.service.js';

/** A relationship as it was when they last met, without what is sealed. */
export type MetRelationship = Omit<RelationshipEntity, 'contact' | 'id' | 'subjectId' | 'shared' | 'version'>;

/** How a contact stands with one character now. */
export interface PresentRelationship extends Present, MemoryOwner {
  readonly lastInteractionAt: Date | null;
  /** When the character last wrote first. */
  readonly lastReachedOutAt: Date | null;
}

/** `heardAt`: when they last wrote, where that is known better than by what has been taken in: absence counts from there. */
export function presentRelationship(met: MetRelationship, heardAt: Date | null, now: Date): PresentRelationship {
  const { contactId, characterId, lastReachedOutAt } = met;
  const standing = standingOf(met);
  const lastInteractionAt = later(standing.lastInteractionAt, heardAt);
  return {
    ...presentOf({ ...standing, lastInteractionAt }, now),
    ...{ contactId, characterId, lastInteractionAt, lastReachedOutAt },
  };
}

function later(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
