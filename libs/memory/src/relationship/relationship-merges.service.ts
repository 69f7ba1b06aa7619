import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { MergeFollowers, type Merge } from '#messaging';

/** Two contacts are one person: what they felt is one, and the nearer of their relationships goes on. */
@Injectable()
export class RelationshipMerges implements OnModuleInit {
  constructor(private readonly followers: MergeFollowers) {}

  onModuleInit(): void {
    this.followers.attach({ contacts: follow });
  }
}

async function follow(manager: EntityManager, { from, into }: Merge): Promise<void> {
  await manager.query('UPDATE emotional_states SET contact_id = $2 WHERE contact_id = $1', [from, into]);
  const longer: Past[] = await manager.query(LONGER_PAST_SQL, [from, into]);
  await manager.query(MERGE_SQL, [from, into]);
  await manager.query(DELETE_SQL, [from, into]);
  for (const past of longer) {
    await manager.query(KEEP_PAST_SQL, [into, past.character_id, past.id, past.subject_id, past.shared]);
  }
  await manager.query('UPDATE relationships SET contact_id = $2 WHERE contact_id = $1', [from, into]);
}

interface Past {
  readonly character_id: string;
  readonly id: string;
  readonly subject_id: string;
  readonly shared: Buffer | null;
}

const BOTH_SQL = 'gone.contact_id = $1 AND kept.contact_id = $2 AND kept.character_id = gone.character_id';

/** Of two sealed pasts, that of the longer talk stays, under the key that sealed it. */
const LONGER_PAST_SQL = `
SELECT gone.character_id, gone.id, gone.subject_id, gone.shared FROM relationships AS gone, relationships AS kept
WHERE ${BOTH_SQL} AND gone.total_interactions > kept.total_interactions`;

const KEEP_PAST_SQL =
  'UPDATE relationships SET id = $3, subject_id = $4, shared = $5 WHERE contact_id = $1 AND character_id = $2';

const DELETE_SQL = `DELETE FROM relationships AS gone USING relationships AS kept WHERE ${BOTH_SQL}`;

/** Of two numbers the higher one; trust that was lost under one address is lost under the other. */
const MERGE_SQL = `
UPDATE relationships AS kept SET
  level = greatest(kept.level, gone.level), trust = CASE WHEN least(kept.trust, gone.trust) < 20 THEN least(kept.trust, gone.trust)
    ELSE greatest(kept.trust, gone.trust) END,
  intimacy = greatest(kept.intimacy, gone.intimacy), level_root = greatest(kept.level_root, gone.level_root),
  trust_root = greatest(kept.trust_root, gone.trust_root), intimacy_root = greatest(kept.intimacy_root, gone.intimacy_root),
  tone = greatest(kept.tone, gone.tone), openness = greatest(kept.openness, gone.openness),
  recent_talk = greatest(kept.recent_talk, gone.recent_talk), recent_harm = greatest(kept.recent_harm, gone.recent_harm),
  stage = CASE WHEN gone.level > kept.level THEN gone.stage ELSE kept.stage END, high_since = least(kept.high_since, gone.high_since),
  total_interactions = kept.total_interactions + gone.total_interactions,
  first_interaction_at = least(kept.first_interaction_at, gone.first_interaction_at),
  last_interaction_at = greatest(kept.last_interaction_at, gone.last_interaction_at),
  last_reached_out_at = greatest(kept.last_reached_out_at, gone.last_reached_out_at),
  version = kept.version + 1
FROM relationships AS gone WHERE ${BOTH_SQL}`;
