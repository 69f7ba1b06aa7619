import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import { PeopleReader } from '../people/people-reader.service.js';
import { learnHours } from '../planning/learn-hours.js';
import { localTime } from '../planning/local-time.js';

export interface Answer {
  readonly contactId: string;
  readonly answeredAt: Date | null;
}

/** Remembers at which hours of their day people answer us: once more than what they write anyway. */
@Injectable()
export class AnswerHours {
  constructor(
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  /** Their rows are locked. */
  async learn(manager: EntityManager, answers: readonly Answer[]): Promise<void> {
    if (answers.length === 0) return;
    const ids = [...new Set(answers.map(({ contactId }) => contactId))];
    const people = await this.people.load(manager, ids, this.clock.now());
    const learnt = ids.flatMap((id) => {
      const person = people.get(id);
      const zone = person?.zones[0];
      if (!person || zone === undefined) return [];
      const at = answers.flatMap(({ contactId, answeredAt }) => (contactId === id && answeredAt ? [answeredAt] : []));
      return [
        {
          contact_id: id,
          hours: learnHours(
            person.hours,
            at.map((instant) => hourIn(zone, instant)),
          ),
        },
      ];
    });
    await manager.query(LEARN_SQL, [JSON.stringify(learnt)]);
  }
}

function hourIn(zone: string, at: Date): number {
  return Math.floor(localTime(zone, at).minute / 60);
}

const LEARN_SQL = `
UPDATE engagement_people SET hours = learnt.hours
FROM jsonb_to_recordset($1::jsonb) AS learnt (contact_id uuid, hours smallint[])
WHERE engagement_people.contact_id = learnt.contact_id`;
