import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import type { QuietHours } from '../planning/quiet-hours.js';
import { EngagementPersonEntity } from '../store/engagement-person.entity.js';
import { Audit } from '../tuning/audit.service.js';
import { AvoidedTopics } from './avoided-topics.service.js';
import type { ChangedBy, ContactPreferences, PreferencesPatch } from './contact-preferences.js';
import { PlansOfPerson } from './plans-of-person.service.js';

/** How people want to be written to first: as operators set it, and as they say it themselves. Whoever changed it last is right. */
@Injectable()
export class Preferences {
  constructor(
    private readonly transactions: Transactions,
    private readonly topics: AvoidedTopics,
    private readonly plans: PlansOfPerson,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  of(contactId: string): Promise<ContactPreferences> {
    return this.transactions.run((manager) => this.read(manager, contactId));
  }

  /** What was planned before is not what they want any more: it ends, and they are looked at again. A patch of nothing changes nothing. */
  async change(contactId: string, patch: PreferencesPatch, by: ChangedBy): Promise<ContactPreferences> {
    if (Object.keys(patch).length === 0) return this.of(contactId);
    const { after, ended } = await this.transactions.run((manager) =>
      this.changeIn(manager, contactId, () => patch, by),
    );
    await this.plans.tell(ended);
    return after;
  }

  /** As `change`, as part of more: the patch is made of what holds under the lock, null for none; whoever calls tells of `ended` after the commit. */
  async changeIn(
    manager: EntityManager,
    saidBy: string,
    patchOf: (before: ContactPreferences) => PreferencesPatch | null,
    changed: ChangedBy,
  ): Promise<ChangedPreferences> {
    const contactId = await this.lock(manager, saidBy);
    const before = await this.read(manager, contactId);
    const patch = patchOf(before);
    if (patch === null) return { before, after: before, ended: [] };
    const by = changed.by === 'chat' ? 'chat' : changed.principal;
    await manager.update(EngagementPersonEntity, { contactId }, this.columnsOf(patch, changed, by));
    if (patch.topicsToAvoid !== undefined) {
      await this.topics.replace(manager, contactId, patch.topicsToAvoid ?? [], by);
    }
    if (patch.alsoAvoid !== undefined) await this.topics.add(manager, contactId, patch.alsoAvoid, by);
    const ended = await this.plans.end(manager, contactId, 'preference-changed');
    const detail = noted(patch);
    await this.audit.note(manager, { principal: by, action: 'preferences.changed', subject: contactId, detail });
    return { before, after: await this.read(manager, contactId), ended };
  }

  /** Whose preferences these are: a contact that was merged meanwhile is somebody else now. */
  private async lock(manager: EntityManager, contactId: string): Promise<string> {
    const [locked] = await manager.query<{ contactId: string }[]>(LOCK_SQL, [contactId, this.clock.now()]);
    return locked?.contactId ?? contactId;
  }

  private async read(manager: EntityManager, contactId: string): Promise<ContactPreferences> {
    const row = await manager.findOneBy(EngagementPersonEntity, { contactId });
    return {
      frequency: row?.frequency ?? null,
      quietHours: quietHoursOf(row),
      ...{ zone: row?.zone ?? null, zoneBy: row?.zoneBy ?? null },
      ...{ language: row?.language ?? null, languageBy: row?.languageBy ?? null },
      topicsToAvoid: await this.topics.of(contactId, manager),
      ...{ changedBy: row?.preferencesBy ?? null, changedAt: row?.preferencesAt ?? null },
    };
  }

  private columnsOf(
    { frequency, quietHours, zone, language, welcome }: PreferencesPatch,
    { by }: ChangedBy,
    preferencesBy: string,
  ): Partial<EngagementPersonEntity> {
    const now = this.clock.now();
    return {
      preferencesBy,
      preferencesAt: now,
      nextLookAt: now,
      ...(frequency !== undefined && { frequency }),
      ...(quietHours !== undefined && { quietFrom: quietHours?.from ?? null, quietUntil: quietHours?.until ?? null }),
      // In another zone the hours at which they wrote are others.
      ...(zone !== undefined && { zone, zoneBy: zone === null ? null : by, hours: null }),
      ...(language !== undefined && { language, languageBy: language === null ? null : 'operator' }),
      ...(welcome === true && { pausedUntil: null, unanswered: 0 }),
    };
  }
}

export interface ChangedPreferences {
  readonly before: ContactPreferences;
  readonly after: ContactPreferences;
  /** What was planned and is not any more. */
  readonly ended: readonly string[];
}

/** The row is made where there is none yet. Who is just being merged is waited for. */
const LOCK_SQL = `
INSERT INTO engagement_people (contact_id, next_look_at)
SELECT coalesce(merged_into, id), $2::timestamptz FROM contacts WHERE id = $1 FOR SHARE
ON CONFLICT (contact_id) DO UPDATE SET contact_id = excluded.contact_id RETURNING contact_id AS "contactId"`;

function quietHoursOf(row: EngagementPersonEntity | null): QuietHours | null {
  const [from, until] = [row?.quietFrom ?? null, row?.quietUntil ?? null];
  return from === null || until === null ? null : { from, until };
}

/** What was changed, without the words of a topic. */
function noted({
  topicsToAvoid,
  alsoAvoid,
  quietHours,
  ...plain
}: PreferencesPatch): Readonly<Record<string, unknown>> {
  return {
    ...plain,
    ...(quietHours !== undefined && { quietHours }),
    ...(topicsToAvoid !== undefined && { topicsToAvoid: topicsToAvoid?.length ?? 0 }),
    ...(alsoAvoid !== undefined && { alsoAvoid: 1 }),
  };
}
