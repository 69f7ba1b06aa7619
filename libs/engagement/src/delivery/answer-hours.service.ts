import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { NO_HOURS } from '../people/person-state-of.js';
import { whereabouts, type WhereaboutsKnown } from '../people/whereabouts.js';
import { learnHours } from '../planning/learn-hours.js';
import { localTime } from '../planning/local-time.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

export interface Answer {
  readonly contactId: string;
  readonly answeredAt: Date | null;
}

/** Remembers at which hours of their day people answer us: once more than what they write anyway. */
@Injectable()
export class AnswerHours {
  constructor(private readonly policies: EngagementPolicies) {}

  /** Their rows are locked. */
  async learn(manager: EntityManager, answers: readonly Answer[]): Promise<void> {
    if (answers.length === 0) return;
    const { policy } = await this.policies.current(manager);
    const rows = await manager.query<HoursRow[]>(HOURS_SQL, [answers.map(({ contactId }) => contactId)]);
    const learnt = rows.flatMap(({ contactId: id, hours, ...known }) => {
      const [zone] = whereabouts(known, policy.timeZone).zones;
      if (zone === undefined) return [];
      const at = answers.flatMap(({ contactId, answeredAt }) => (contactId === id && answeredAt ? [answeredAt] : []));
      return [
        {
          contact_id: id,
          hours: learnHours(
            hours ?? NO_HOURS,
            at.map((instant) => hourIn(zone, instant)),
          ),
        },
      ];
    });
    await manager.query(LEARN_SQL, [JSON.stringify(learnt)]);
  }
}

interface HoursRow extends WhereaboutsKnown {
  readonly contactId: string;
  readonly hours: readonly number[] | null;
}

function hourIn(zone: string, at: Date): number {
  return Math.floor(localTime(zone, at).minute / 60);
}

const HOURS_SQL = `
SELECT contact_id AS "contactId", hours, zone, zone_by AS "zoneBy",
  ARRAY(SELECT value FROM contact_aliases WHERE contact_aliases.contact_id = people.contact_id AND kind = 'pn' ORDER BY value) AS phones
FROM engagement_people AS people WHERE contact_id = ANY($1::uuid[])`;

const LEARN_SQL = `
UPDATE engagement_people SET hours = learnt.hours
FROM jsonb_to_recordset($1::jsonb) AS learnt (contact_id uuid, hours smallint[])
WHERE engagement_people.contact_id = learnt.contact_id`;
