import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared, type Statement } from '#database';

import { NO_HOURS } from '../people/person-state-of.js';
import { whereabouts, type WhereaboutsKnown } from '../people/whereabouts.js';
import { learnHours } from '../planning/learn-hours.js';
import { localTime } from '../planning/local-time.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

export interface Answer {
  readonly contactId: string;
  readonly answeredAt: Date | null;
}

/** Somebody whose row is locked. */
export interface LockedPerson extends WhereaboutsKnown {
  readonly contactId: string;
  readonly hours: readonly number[] | null;
}

/** Whoever has answered is written to as if they always had, and at the hours of their day at which they did: once more than what they write anyway. */
@Injectable()
export class AnsweredPeople {
  constructor(private readonly policies: EngagementPolicies) {}

  lock(manager: EntityManager, contactIds: readonly string[]): Promise<readonly LockedPerson[]> {
    return queryPrepared<LockedPerson>(manager, LOCK, [contactIds]);
  }

  async learn(manager: EntityManager, locked: readonly LockedPerson[], answers: readonly Answer[]): Promise<void> {
    if (answers.length === 0) return;
    const { policy } = await this.policies.current(manager);
    const rows = locked.flatMap((person) => {
      const theirs = answers.filter(({ contactId }) => contactId === person.contactId);
      const zone = whereabouts(person, policy.timeZone).zones[0] ?? policy.timeZone;
      const hours = theirs.flatMap(({ answeredAt }) => (answeredAt ? [hourIn(zone, answeredAt)] : []));
      if (theirs.length === 0) return [];
      return [{ contact_id: person.contactId, hours: learnHours(person.hours ?? NO_HOURS, hours) }];
    });
    await queryPrepared(manager, LEARN, [JSON.stringify(rows)]);
  }
}

function hourIn(zone: string, at: Date): number {
  return Math.floor(localTime(zone, at).minute / 60);
}

const LOCK: Statement = {
  name: 'engagement.lock-answering',
  text: `
SELECT contact_id AS "contactId", hours, zone, zone_by AS "zoneBy",
  ARRAY(SELECT value FROM contact_aliases WHERE contact_aliases.contact_id = people.contact_id AND kind = 'pn' ORDER BY value) AS phones
FROM engagement_people AS people WHERE contact_id = ANY($1::uuid[]) ORDER BY contact_id FOR UPDATE OF people`,
};

const LEARN: Statement = {
  name: 'engagement.learn-answers',
  text: `
UPDATE engagement_people SET unanswered = 0, hours = learnt.hours
FROM jsonb_to_recordset($1::jsonb) AS learnt (contact_id uuid, hours smallint[])
WHERE engagement_people.contact_id = learnt.contact_id`,
};
