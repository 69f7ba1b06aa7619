import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';

import type { KnownPerson } from '../people/known-person.js';
import { PeopleReader } from '../people/people-reader.service.js';
import { lookAt, type Look } from '../planner/look-at.js';
import type { ContactPreferences } from '../preferences/contact-preferences.js';
import { Preferences } from '../preferences/preferences.service.js';
import { EngagementPersonEntity } from '../store/engagement-person.entity.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

/** How it stands with writing to somebody first. */
export interface ContactStanding {
  readonly contactId: string;
  readonly preferences: ContactPreferences;
  /** Null: there has never been a chat with them. */
  readonly person: KnownPerson | null;
  /** What the planner would decide now. */
  readonly look: Look | null;
  /** Null: not before they write. */
  readonly nextLookAt: Date | null;
  readonly lookedAt: Date | null;
}

/** Everything that decides about one person, for who asks why they were written to, or were not. */
@Injectable()
export class ContactStandings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly preferences: Preferences,
    private readonly people: PeopleReader,
    private readonly policies: EngagementPolicies,
    private readonly clock: Clock,
  ) {}

  async of(contactId: string): Promise<ContactStanding> {
    const now = this.clock.now();
    const { policy } = await this.policies.current();
    const person = (await this.people.load(this.dataSource.manager, [contactId], now)).get(contactId) ?? null;
    const row = await this.dataSource.manager.findOneBy(EngagementPersonEntity, { contactId });
    return {
      contactId,
      preferences: await this.preferences.of(contactId),
      person,
      look: person && lookAt(person, policy, now),
      ...{ nextLookAt: row?.nextLookAt ?? null, lookedAt: row?.lookedAt ?? null },
    };
  }
}
