import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';

import type { MemoryOwner } from '../facts/memory-scope.js';
import type { EmotionAt } from './emotion.js';
import type { MetRelationship } from './present-relationship.js';

export interface FeltLast extends MemoryOwner {
  readonly emotion: EmotionAt;
}

/** How many people stand, read for all of them at once and without what is sealed. In transactions of the caller. */
@Injectable()
export class RelationshipBoard {
  /** With every character that each of them has written to. */
  met(manager: EntityManager, contactIds: readonly string[]): Promise<readonly MetRelationship[]> {
    return queryPrepared<MetRelationship>(manager, MET, [contactIds]);
  }

  /** What each of them seemed to feel last, with each character. */
  async latestEmotions(manager: EntityManager, contactIds: readonly string[]): Promise<readonly FeltLast[]> {
    const rows = await queryPrepared<EmotionAt & MemoryOwner>(manager, EMOTIONS, [contactIds]);
    return rows.map(({ contactId, characterId, label, valence, intensity, at }) => ({
      ...{ contactId, characterId },
      emotion: { label, valence, intensity, at },
    }));
  }

  /** That a character has written first. It is no interaction: absence goes on. */
  async reachedOut(manager: EntityManager, { characterId, contactId }: MemoryOwner, at: Date): Promise<void> {
    await manager.query(
      'UPDATE relationships SET last_reached_out_at = $3 WHERE contact_id = $1 AND character_id = $2',
      [contactId, characterId, at],
    );
  }
}

/** By hand: making entities of many rows takes longer than reading them. */
const MET: Statement = {
  name: 'relationships.met',
  text: `
SELECT contact_id AS "contactId", character_id AS "characterId", level, trust, intimacy, level_root AS "levelRoot", trust_root AS "trustRoot",
  intimacy_root AS "intimacyRoot", tone, openness, recent_talk AS "recentTalk", recent_harm AS "recentHarm", stage, high_since AS "highSince",
  total_interactions AS "totalInteractions", first_interaction_at AS "firstInteractionAt", last_interaction_at AS "lastInteractionAt",
  last_reached_out_at AS "lastReachedOutAt"
FROM relationships WHERE contact_id = ANY($1::uuid[])`,
};

const EMOTIONS: Statement = {
  name: 'relationships.emotions',
  text: `
SELECT relationships.contact_id AS "contactId", relationships.character_id AS "characterId",
  felt.emotion AS label, felt.valence, felt.intensity, felt.at
FROM relationships
CROSS JOIN LATERAL (
  SELECT emotion, valence, intensity, at FROM emotional_states
  WHERE emotional_states.contact_id = relationships.contact_id AND emotional_states.character_id = relationships.character_id
  ORDER BY at DESC LIMIT 1
) AS felt
WHERE relationships.contact_id = ANY($1::uuid[])`,
};
