import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { queryPrepared, type Statement } from '#database';
import { Clock } from '#kernel';
import { MemoryBoard, STAGES } from '#memory';

import type { EngagementPolicy } from '../planning/engagement-policy.js';

/** The numbers of a relationship go to 100, the levels of the settings to 10. */
const POINTS = 10;
/** Whoever is talking is not looked at. */
const TALKED_MS = 30 * 60_000;
const HOUR_MS = 3_600_000;
/** How long before the day of an event it is looked for. */
const COMING_MS = 24 * HOUR_MS;
/** Nobody is looked at more often because of what is coming. */
const AGAIN_MS = 12 * HOUR_MS;
const MOST_COMING = 1_000;

/** Sees who is to be looked at: who is new among those near enough, who has written since, whom other settings bear on, and of whom something is coming. */
@Injectable()
export class Adoption {
  constructor(
    private readonly dataSource: DataSource,
    private readonly memories: MemoryBoard,
    private readonly clock: Clock,
  ) {}

  async adopt(policy: EngagementPolicy): Promise<void> {
    const now = this.clock.now();
    const near = [
      STAGES.slice(STAGES.indexOf(policy.minStage)),
      policy.minIntimacyLevel * POINTS,
      policy.minTrustLevel * POINTS,
    ];
    const { manager } = this.dataSource;
    await queryPrepared(manager, ADOPT, [...near, now]);
    await queryPrepared(manager, CHANGED_SINCE, [...near, now, new Date(now.getTime() - TALKED_MS)]);
    const ahead = policy.scheduleAdvanceHours * HOUR_MS + COMING_MS;
    const coming = await this.memories.comingPeople(manager, now, new Date(now.getTime() + ahead), MOST_COMING);
    if (coming.length === 0) return;
    await queryPrepared(manager, COMING, [coming, now, new Date(now.getTime() - AGAIN_MS)]);
  }
}

/** $1 the stages, $2 intimacy and $3 trust at least, as stored: absence only lowers them, so nobody is missed. */
const NEAR_SQL = 'relationships.stage = ANY($1::text[]) AND relationships.intimacy >= $2 AND relationships.trust >= $3';

const ADOPT: Statement = {
  name: 'engagement.adopt',
  text: `
INSERT INTO engagement_people (contact_id, next_look_at)
SELECT DISTINCT contacts.id, $4::timestamptz FROM relationships JOIN contacts ON contacts.id = relationships.contact_id
WHERE ${NEAR_SQL} AND merged_into IS NULL AND erased_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM engagement_people AS known WHERE known.contact_id = contacts.id)
ON CONFLICT (contact_id) DO NOTHING`,
};

/**
 * $4 now, $5 when a talk of before is over. By other settings than those of the last look everybody is looked at again: who was too far away may
 * be near enough. In the order in which everybody locks them; who is being looked at is left alone.
 */
const CHANGED_SINCE: Statement = {
  name: 'engagement.changed-since',
  text: `
UPDATE engagement_people AS person SET next_look_at = $4
FROM (
  SELECT contact_id FROM engagement_people
  WHERE (next_look_at IS NULL OR next_look_at > $4) AND EXISTS (
    SELECT 1 FROM relationships WHERE relationships.contact_id = engagement_people.contact_id AND ${NEAR_SQL}
      AND (
        looked_at IS NULL OR (last_interaction_at > looked_at AND last_interaction_at <= $5)
        OR looked_at < (SELECT max(changed_at) FROM engagement_config_versions)
      )
  )
  ORDER BY contact_id FOR UPDATE SKIP LOCKED
) AS back
WHERE person.contact_id = back.contact_id`,
};

/** $1 the people, $2 now, $3 before when they were looked at last. */
const COMING: Statement = {
  name: 'engagement.coming',
  text: `
UPDATE engagement_people AS person SET next_look_at = $2
FROM (
  SELECT contact_id FROM engagement_people
  WHERE contact_id = ANY($1::uuid[]) AND (next_look_at IS NULL OR next_look_at > $2) AND (looked_at IS NULL OR looked_at < $3)
  ORDER BY contact_id FOR UPDATE SKIP LOCKED
) AS coming
WHERE person.contact_id = coming.contact_id`,
};
