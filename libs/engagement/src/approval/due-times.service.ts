import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import { PeopleReader } from '../people/people-reader.service.js';
import { allowedWindows } from '../planning/allowed-windows.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { nobodyToWriteTo, notAllowedThen } from './approval.errors.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Further ahead nobody knows what will be said until then. */
const FURTHEST_MS = 7 * DAY_MS;
/** What is to leave this close to the quiet hours might leave in them. */
const ROOM_MS = 5 * MINUTE_MS;

/** Whether a time that an operator names suits the person. */
@Injectable()
export class DueTimes {
  constructor(
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  /** When what is due then is too late. @throws AppError `engagement.not-allowed-then` or `engagement.no-chat` */
  async expiryOf(manager: EntityManager, contactId: string, dueAt: Date, policy: EngagementPolicy): Promise<Date> {
    const now = this.clock.now();
    if (dueAt <= now) throw notAllowedThen('past');
    if (dueAt.getTime() > now.getTime() + FURTHEST_MS) throw notAllowedThen('too-far');
    const person = (await this.people.load(manager, [contactId], now)).get(contactId);
    if (!person) throw nobodyToWriteTo();
    const windows = allowedWindows(person.zones, person.quiet, dueAt, new Date(dueAt.getTime() + DAY_MS));
    const open = windows.find(({ from, until }) => from <= dueAt && until.getTime() - ROOM_MS > dueAt.getTime());
    if (!open) throw notAllowedThen('quiet-hours');
    return new Date(Math.min(open.until.getTime(), dueAt.getTime() + policy.scheduleAdvanceHours * HOUR_MS));
  }
}
