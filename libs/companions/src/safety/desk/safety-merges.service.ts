import { Injectable, type OnModuleInit } from '@nestjs/common';

import { MergeFollowers } from '#messaging';

/** Two contacts are one person, two chats are one: incidents come along, and of what is known of a person the stricter holds. */
@Injectable()
export class SafetyMerges implements OnModuleInit {
  constructor(private readonly followers: MergeFollowers) {}

  onModuleInit(): void {
    this.followers.attach({
      contacts: async (manager, { from, into }) => {
        await manager.query('UPDATE safety_incidents SET contact_id = $2 WHERE contact_id = $1', [from, into]);
        await manager.query(MERGE_CONTACTS_SQL, [from, into]);
        await manager.query('DELETE FROM contact_safety WHERE contact_id = $1', [from]);
      },
      chats: async (manager, { from, into }) => {
        await manager.query('UPDATE safety_incidents SET chat_id = $2 WHERE chat_id = $1', [from, into]);
      },
    });
  }
}

const MERGE_CONTACTS_SQL = `
INSERT INTO contact_safety AS kept (contact_id, adult, set_by, proactive_paused_until, updated_at)
SELECT $2, adult, set_by, proactive_paused_until, updated_at FROM contact_safety WHERE contact_id = $1
ON CONFLICT (contact_id) DO UPDATE SET
  adult = CASE
    WHEN 'minor' IN (kept.adult, excluded.adult) THEN 'minor'
    WHEN 'unknown' IN (kept.adult, excluded.adult) THEN 'unknown'
    ELSE 'confirmed' END,
  set_by = CASE WHEN excluded.adult = 'minor' AND kept.adult <> 'minor' THEN excluded.set_by ELSE kept.set_by END,
  proactive_paused_until = greatest(kept.proactive_paused_until, excluded.proactive_paused_until),
  updated_at = greatest(kept.updated_at, excluded.updated_at)`;
