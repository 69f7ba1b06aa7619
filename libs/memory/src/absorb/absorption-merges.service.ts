import { Injectable, type OnModuleInit } from '@nestjs/common';

import { MergeFollowers } from '#messaging';

/** Two chats become one: what was taken in of either stays taken in, and what was not is still to come. */
@Injectable()
export class AbsorptionMerges implements OnModuleInit {
  constructor(private readonly followers: MergeFollowers) {}

  onModuleInit(): void {
    this.followers.attach({
      chats: async (manager, { from, into }) => {
        await manager.query(MERGE_PLACES_SQL, [from, into]);
        await manager.query('UPDATE memory_unabsorbed SET chat_id = $2 WHERE chat_id = $1', [from, into]);
      },
      contacts: async (manager, { from, into }) => {
        await manager.query('UPDATE memory_requests SET contact_id = $2 WHERE contact_id = $1', [from, into]);
      },
    });
  }
}

/**
 * The place of both is the earlier of the two, with everything beside it that was taken in after it in either chat. Their versions are left
 * behind, so whoever thinks about one of them throws it away.
 */
const MERGE_PLACES_SQL = `
WITH places AS (
  SELECT character_id, step, chat_id, settled_id, recent_ids, version FROM memory_absorptions WHERE chat_id IN ($1, $2)
), both_places AS (
  SELECT character_id, step,
    CASE WHEN count(*) = 2 THEN min(settled_id::text)::uuid ELSE '00000000-0000-0000-0000-000000000000' END AS settled_id,
    max(version) + 1 AS version
  FROM places GROUP BY character_id, step
), taken AS (
  SELECT character_id, step, recent.id FROM places CROSS JOIN LATERAL unnest(recent_ids) AS recent (id)
  UNION
  SELECT places.character_id, places.step, messages.id FROM places JOIN both_places USING (character_id, step)
    JOIN messages ON messages.chat_id = places.chat_id AND messages.id > both_places.settled_id AND messages.id <= places.settled_id
)
INSERT INTO memory_absorptions AS place (character_id, chat_id, step, settled_id, recent_ids, version, failures, strikes)
SELECT character_id, $2, step, settled_id,
  coalesce((SELECT array_agg(taken.id ORDER BY taken.id) FROM taken
    WHERE taken.character_id = both_places.character_id AND taken.step = both_places.step AND taken.id > both_places.settled_id), '{}'),
  version, 0, 0
FROM both_places
ON CONFLICT ON CONSTRAINT memory_absorptions_pk DO UPDATE SET
  settled_id = excluded.settled_id, recent_ids = excluded.recent_ids, version = excluded.version, failures = 0, strikes = 0,
  narrowed = NULL, next_try_at = NULL, seen_messages = NULL, seen_at = NULL`;
