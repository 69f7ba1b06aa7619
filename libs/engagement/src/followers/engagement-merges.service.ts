import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';
import { MergeFollowers, type Merge } from '#messaging';

import { EngagementPersonEntity } from '../store/engagement-person.entity.js';
import { EndedPlans } from './ended-plans.service.js';
import { ErasedPeople } from './erased-people.service.js';
import { mergedPerson } from './merged-person.js';

/** Two contacts are one person: what both allow holds, everything that was sent to either counts, and one plan is enough. */
@Injectable()
export class EngagementMerges implements OnModuleInit {
  constructor(
    private readonly followers: MergeFollowers,
    private readonly plans: EndedPlans,
    private readonly erased: ErasedPeople,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.attach({
      contacts: (manager, merge) => this.contacts(manager, merge),
      chats: (manager, merge) => this.chats(manager, merge),
    });
  }

  /** The chats are locked; people come next, in the order of their ids, as everywhere. */
  private async contacts(manager: EntityManager, merge: Merge): Promise<void> {
    const { from, into } = merge;
    const people = await manager
      .getRepository(EngagementPersonEntity)
      .createQueryBuilder('person')
      .where('person.contactId IN (:...ids)', { ids: [from, into] })
      .orderBy('person.contactId')
      .setLock('pessimistic_write')
      .getMany();
    const gone = people.find(({ contactId }) => contactId === from);
    const kept = people.find(({ contactId }) => contactId === into);
    const isErased = (await manager.query<object[]>(ERASED_SQL, [into])).length > 0;
    if (isErased) for (const id of [from, into].sort()) await this.erased.erase(manager, id);
    else if (gone) await this.people(manager, merge, gone, kept);
    const [ended] = await manager.query<[{ id: string }[], number]>(END_SQL, [from, into]);
    this.plans.tell(
      manager,
      ended.map(({ id }) => id),
    );
    for (const sql of MOVES_SQL) await manager.query(sql, [from, into]);
  }

  private async people(
    manager: EntityManager,
    { from, into }: Merge,
    gone: EngagementPersonEntity,
    kept: EngagementPersonEntity | undefined,
  ): Promise<void> {
    const merged = kept ? mergedPerson(kept, gone) : { ...gone, contactId: into };
    await manager.upsert(EngagementPersonEntity, { ...merged, nextLookAt: this.clock.now() }, ['contactId']);
    await manager.delete(EngagementPersonEntity, { contactId: from });
  }

  private async chats(manager: EntityManager, { from, into }: Merge): Promise<void> {
    await manager.query('UPDATE engagements SET chat_id = $2 WHERE chat_id = $1', [from, into]);
    await manager.query('UPDATE engagement_people SET chat_id = $2 WHERE chat_id = $1', [from, into]);
  }
}

/** Of somebody who is erased nothing is kept, under whichever address they wished it. */
const ERASED_SQL = 'SELECT 1 FROM contacts WHERE id = $1 AND erased_at IS NOT NULL';

/** Of all that waits and has not left only the latest stays. */
const END_SQL = `
  UPDATE engagements SET status = 'skipped', reason = 'merged', body = NULL, pending_slot = NULL, queue_slot = NULL
   WHERE contact_id IN ($1, $2) AND status IN ('planned', 'approved') AND handed_at IS NULL AND id <> (
     SELECT id FROM engagements
     WHERE contact_id IN ($1, $2) AND status IN ('planned', 'approved') AND handed_at IS NULL
     ORDER BY created_at DESC, id DESC LIMIT 1)
   RETURNING id`;

/** What is on its way keeps a place of its own. */
const MOVES_SQL = [
  `UPDATE engagements SET contact_id = $2, pending_slot = pending_slot + (
     SELECT coalesce(max(pending_slot) + 1, 0) FROM engagements WHERE contact_id = $2)
   WHERE contact_id = $1`,
  'UPDATE engagement_avoided SET contact_id = $2 WHERE contact_id = $1',
  'UPDATE engagement_wishes SET contact_id = $2 WHERE contact_id = $1',
];
