import { Injectable, type OnModuleInit } from '@nestjs/common';

import { MergeFollowers } from '#messaging';

/** Summaries and portraits follow their chat and their contact. */
@Injectable()
export class SummaryMerges implements OnModuleInit {
  constructor(private readonly followers: MergeFollowers) {}

  onModuleInit(): void {
    this.followers.attach({
      chats: async (manager, { from, into }) => {
        await manager.query('UPDATE memory_summaries SET chat_id = $2 WHERE chat_id = $1', [from, into]);
      },
      contacts: async (manager, { from, into }) => {
        await manager.query('UPDATE memory_summaries SET contact_id = $2 WHERE contact_id = $1', [from, into]);
        await manager.query(
          'UPDATE memory_summaries SET speaker_ids = array_replace(speaker_ids, $1, $2) WHERE contact_id IS NULL AND speaker_ids @> ARRAY[$1::uuid]',
          [from, into],
        );
        // Of the person as a whole, the next night writes another; until then what is known is told as it is.
        await manager.query('DELETE FROM memory_profiles WHERE contact_id IN ($1, $2)', [from, into]);
      },
    });
  }
}
