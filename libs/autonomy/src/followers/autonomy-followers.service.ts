import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';
import { MergeFollowers, RevocationFollowers, type Merge } from '#messaging';

/** What is known of groups goes along when contacts are merged, and away when all that was said in a group is removed. */
@Injectable()
export class AutonomyFollowers implements OnModuleInit {
  constructor(
    private readonly merges: MergeFollowers,
    private readonly revocations: RevocationFollowers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.merges.attach({ contacts: (manager, merge) => this.merged(manager, merge) });
    this.revocations.attach({
      // What is counted of one message is in no number that tells of it.
      message: () => Promise.resolve(),
      chat: (manager, chatId) => this.removed(manager, chatId),
    });
  }

  /** A program stays one under its other number. The keyed id that counters know is of the number that is gone: it is learnt again. */
  private async merged(manager: EntityManager, { from, into }: Merge): Promise<void> {
    await manager.query(MERGE_SQL, [from, into]);
  }

  private async removed(manager: EntityManager, chatId: string): Promise<void> {
    await manager.query(FORGET_SQL, [chatId, this.clock.now()]);
    await manager.query('DELETE FROM autonomy_decisions WHERE chat_id = $1', [chatId]);
    await manager.query('DELETE FROM autonomy_shared_items WHERE chat_id = $1', [chatId]);
  }
}

/** Locked in one order, as by everybody who needs several of them. */
const MERGE_SQL = `
WITH told AS (SELECT chat_id FROM autonomy_groups WHERE $1::uuid = ANY(bots) ORDER BY chat_id FOR UPDATE)
UPDATE autonomy_groups AS groups
SET bots = array_append(array_remove(array_remove(bots, $1::uuid), $2::uuid), $2::uuid)
FROM told WHERE groups.chat_id = told.chat_id`;

const FORGET_SQL = `
UPDATE autonomy_groups SET state = NULL, busy_until = NULL, seen_at = $2, events_at = $2,
  seen_id = '00000000-0000-0000-0000-000000000000'
WHERE chat_id = $1`;
