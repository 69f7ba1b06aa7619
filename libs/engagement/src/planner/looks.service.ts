import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, failpoint } from '#kernel';

import type { KnownPerson } from '../people/known-person.js';
import { PeopleReader } from '../people/people-reader.service.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { EngagementType } from '../planning/engagement-type.js';
import { nextLook } from '../planning/next-look.js';
import { reason, type Reason } from '../planning/reason.js';
import { Engagements } from '../store/engagements.service.js';
import type { NewEngagement } from '../store/new-engagement.js';
import { lookAt, type Look, type LookWish } from './look-at.js';
import { LookedPeople, type KeptLook } from './looked-people.service.js';
import type { Terms } from './plan-terms.service.js';
import { variantsOf } from './variants-of.js';

/** A look that is done. */
export interface DoneLook {
  readonly contactId: string;
  readonly type: EngagementType | null;
  readonly reasons: readonly Reason[];
  /** The plan that came of it. */
  readonly engagement: { readonly id: string; readonly dueAt: Date } | null;
}

/** So many people take a few statements and a few milliseconds, and no lock for long. */
export const LOOKS_AT_ONCE = 200;
/** What cannot be said of somebody who is gone is not asked again soon. */
const GONE_MS = 24 * 3_600_000;

/** Looks at the people whose time it is, a batch in a transaction: who they are, what is decided, and when they are looked at again. */
@Injectable()
export class Looks {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: LookedPeople,
    private readonly reader: PeopleReader,
    private readonly engagements: Engagements,
    private readonly clock: Clock,
  ) {}

  /** Up to `LOOKS_AT_ONCE`; fewer: nobody else is due that another planner does not look at already. */
  async next(terms: Terms): Promise<readonly DoneLook[]> {
    const now = this.clock.now();
    const done = await this.transactions.run(async (manager) => {
      const due = await this.people.lockDue(manager, now, LOOKS_AT_ONCE);
      return due.length === 0 ? [] : this.look(manager, due, terms, now);
    });
    failpoint('engagement.planned');
    return done;
  }

  /** One person, due or not. `planned` is in the transaction of the plan. */
  one(
    contactId: string,
    terms: Terms,
    wish: Pick<LookWish, 'type' | 'at'>,
    planned: (manager: EntityManager, id: string) => Promise<void>,
  ): Promise<DoneLook> {
    return this.transactions.run(async (manager) => {
      await this.people.lock(manager, contactId);
      const [look] = await this.look(manager, [contactId], terms, this.clock.now(), wish);
      if (look?.engagement) await planned(manager, look.engagement.id);
      return look!;
    });
  }

  /** They are locked. */
  private async look(
    manager: EntityManager,
    contactIds: readonly string[],
    terms: Terms,
    now: Date,
    wish: LookWish = {},
  ): Promise<readonly DoneLook[]> {
    const { policy } = terms;
    const known = await this.reader.load(manager, contactIds, now);
    const looks = contactIds.map((contactId) => lookFor(contactId, known.get(contactId), terms, now, wish));
    const ids = await this.insert(manager, looks, policy);
    const kept = looks.map((look) => keptOf(look, ids, policy, now));
    await this.people.keep(manager, kept, now);
    return looks.map((look) => doneOf(look, ids));
  }

  /** By the person, the id of the plan that was written down. */
  private async insert(
    manager: EntityManager,
    looks: readonly PersonLook[],
    policy: EngagementPolicy,
  ): Promise<ReadonlyMap<string, string>> {
    const plans = looks.flatMap(({ look }) => look?.plan ?? []);
    if (plans.length === 0) return new Map();
    const ids = await this.engagements.insertAll(manager, plans, wallsOf(policy));
    return new Map(plans.flatMap(({ contactId }, index) => (ids[index] ? [[contactId, ids[index]]] : [])));
  }
}

interface PersonLook {
  readonly contactId: string;
  readonly person: KnownPerson | undefined;
  readonly look: Look | null;
}

/** How many may wait at the same time, by the settings. */
export function wallsOf({ maxPerUser, maxScheduled }: EngagementPolicy): { perPerson: number; inAll: number } {
  return { perPerson: maxPerUser, inAll: maxScheduled };
}

function lookFor(
  contactId: string,
  person: KnownPerson | undefined,
  { policy, running }: Terms,
  now: Date,
  wish: LookWish,
): PersonLook {
  if (!person) return { contactId, person, look: null };
  const { values, experiment } = variantsOf(running, contactId);
  return { contactId, person, look: lookAt(person, policy, now, { ...wish, variants: values, experiment }) };
}

function keptOf(
  { contactId, person, look }: PersonLook,
  ids: ReadonlyMap<string, string>,
  policy: EngagementPolicy,
  now: Date,
): KeptLook {
  const lastHeardAt = person?.lastHeardAt ?? null;
  const seen = { contactId, characterId: person?.characterId ?? null, chatId: person?.chat?.id ?? null, lastHeardAt };
  if (!person || !look) {
    return { ...seen, reasons: [reason('unknown-person')], nextLookAt: new Date(now.getTime() + GONE_MS) };
  }
  return { ...seen, reasons: reasonsOf(look, ids), nextLookAt: nextLookAt(look, person, ids, policy, now) };
}

function nextLookAt(
  look: Look,
  person: KnownPerson,
  ids: ReadonlyMap<string, string>,
  policy: EngagementPolicy,
  now: Date,
): Date | null {
  if (!look.plan) return nextLook(look.outcome, person, policy, now);
  return nextLook({ kind: ids.has(person.contactId) ? 'planned' : 'walled' }, person, policy, now);
}

/** A plan for which no place was left is none. */
function reasonsOf({ plan, reasons }: Look, ids: ReadonlyMap<string, string>): readonly Reason[] {
  if (!plan) return reasons;
  return [reason(ids.has(plan.contactId) ? 'planned' : 'cap'), ...reasons];
}

function doneOf({ contactId, look }: PersonLook, ids: ReadonlyMap<string, string>): DoneLook {
  if (!look) return { contactId, type: null, reasons: [reason('unknown-person')], engagement: null };
  const reasons = reasonsOf(look, ids);
  if (!look.plan) return { contactId, type: look.type, reasons, engagement: null };
  return { contactId, type: look.plan.type, reasons, engagement: engagementOf(look.plan, ids.get(contactId)) };
}

function engagementOf({ dueAt }: NewEngagement, id: string | undefined): DoneLook['engagement'] {
  return id === undefined ? null : { id, dueAt };
}
