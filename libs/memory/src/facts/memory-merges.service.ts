import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';
import { MergeFollowers, type Merge } from '#messaging';

/** Memories follow their contact when it turns out to be the same person as another. */
@Injectable()
export class MemoryMerges implements OnModuleInit {
  constructor(
    private readonly followers: MergeFollowers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.attach({
      contacts: (manager, merge) => this.contacts(manager, merge),
      chats: (manager, merge) => this.chats(manager, merge),
    });
  }

  private async contacts(manager: EntityManager, { from, into }: Merge): Promise<void> {
    await manager.query(REVISIONS_SQL, [from, into]);
    await manager.query('DELETE FROM memory_revisions WHERE contact_id = $1', [from]);
    await manager.query(FORGOTTEN_SQL, [from, into]);
    await manager.query('DELETE FROM memory_forgotten WHERE contact_id = $1', [from]);
    await manager.query(SINGLES_SQL, [from, into, this.clock.now()]);
    await manager.query('UPDATE memories SET contact_id = $2 WHERE contact_id = $1', [from, into]);
    await manager.query(UNTIL_SQL, [into]);
    // Whether what was made of it has moved already is up to those who keep it.
    await manager.query(SUMMARIES_SQL, [from, into]);
    await manager.query(FEELINGS_SQL, [from, into]);
    await manager.query(RELATIONSHIPS_SQL, [from, into]);
  }

  /** Only direct chats become one, and a memory's own chat is a group: only its sources move. */
  private async chats(manager: EntityManager, { from, into }: Merge): Promise<void> {
    await manager.query('UPDATE memory_sources SET chat_id = $2 WHERE chat_id = $1', [from, into]);
  }
}

/** Higher than both were, so that nothing that was cached of either is given out. */
const REVISIONS_SQL = `
INSERT INTO memory_revisions (contact_id, character_id, revision, forgotten_until)
SELECT $2, character_id, revision + 1, forgotten_until FROM memory_revisions WHERE contact_id = $1
ON CONFLICT (contact_id, character_id) DO UPDATE SET
  revision = greatest(memory_revisions.revision, excluded.revision) + 1,
  forgotten_until = greatest(memory_revisions.forgotten_until, excluded.forgotten_until)`;

const FORGOTTEN_SQL = `
INSERT INTO memory_forgotten (contact_id, character_id, message_id)
SELECT $2, character_id, message_id FROM memory_forgotten WHERE contact_id = $1
ON CONFLICT DO NOTHING`;

/** Where only one can be true and each has one, the one that was said last stays. */
const SINGLES_SQL = `
UPDATE memories AS old SET
  status = 'closed',
  reason = CASE WHEN old.wording = new.wording THEN 'merged' ELSE 'contradicted' END,
  known_until = greatest($3, old.known_from),
  valid_until = least(old.valid_until, greatest(coalesce(new.valid_from, new.first_mentioned_at), old.valid_from)),
  replaced_by_id = new.id
FROM memories AS new
WHERE old.contact_id IN ($1, $2) AND new.contact_id IN ($1, $2) AND old.contact_id <> new.contact_id
  AND old.status = 'active' AND new.status = 'active' AND old.single AND new.single
  AND old.topic = new.topic AND old.character_id = new.character_id AND old.chat_id IS NOT DISTINCT FROM new.chat_id
  AND (old.last_reinforced_at, old.id) < (new.last_reinforced_at, new.id)`;

/** Who asked to be forgotten under one address is forgotten under the other. */
const UNTIL_SQL = `
DELETE FROM memories USING memory_revisions AS asked
WHERE memories.contact_id = $1 AND asked.contact_id = $1 AND asked.character_id = memories.character_id
  AND origin <> 'manual' AND last_reinforced_at <= asked.forgotten_until`;

/** With those that carry them on. */
const SUMMARIES_SQL = `
WITH RECURSIVE gone AS (
  SELECT summary.id FROM memory_summaries AS summary
  JOIN memory_revisions AS asked ON asked.contact_id = $2 AND asked.character_id = summary.character_id
  WHERE (summary.contact_id IN ($1, $2) OR (summary.contact_id IS NULL AND summary.speaker_ids && ARRAY[$1, $2]::uuid[]))
    AND summary.first_message_at <= asked.forgotten_until
  UNION
  SELECT next.id FROM memory_summaries AS next JOIN gone ON next.supersedes_id = gone.id
)
DELETE FROM memory_summaries WHERE id IN (SELECT id FROM gone)`;

const FEELINGS_SQL = `
DELETE FROM emotional_states AS felt USING memory_revisions AS asked
WHERE felt.contact_id IN ($1, $2) AND asked.contact_id = $2 AND asked.character_id = felt.character_id
  AND felt.at <= asked.forgotten_until`;

/** What it had grown to cannot be told apart from what was forgotten. */
const RELATIONSHIPS_SQL = `
DELETE FROM relationships AS kept USING memory_revisions AS asked
WHERE kept.contact_id IN ($1, $2) AND asked.contact_id = $2 AND asked.character_id = kept.character_id
  AND kept.first_interaction_at <= asked.forgotten_until`;
