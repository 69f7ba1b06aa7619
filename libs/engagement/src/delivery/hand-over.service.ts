import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';

import { PeopleReader } from '../people/people-reader.service.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements, type DeadEnd } from '../store/engagements.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { cloudTemplateOf } from './cloud-template.js';
import type { DeliveryOutcome, HandOverOptions } from './delivery-outcome.js';
import { handOverDecision, type Chance, type HandOverDecision } from './hand-over-decision.js';
import { HandedPlans, type ReadyPlan } from './handed-plans.service.js';
import { lockPlan, lockPlans, type LockedPlan } from './lock-plan.js';
import { lookAgain } from './look-again.js';

export interface HandedOver {
  readonly outcome: DeliveryOutcome;
  /** None where nothing waited. */
  readonly plan?: Engagement;
}

/** Looks at plans once more, everything locked that they depend on, and gives them to the outbox, or does not. */
@Injectable()
export class HandOver {
  constructor(
    private readonly engagements: Engagements,
    private readonly people: PeopleReader,
    private readonly policies: EngagementPolicies,
    private readonly handed: HandedPlans,
    private readonly clock: Clock,
  ) {}

  /**
   * In the order of `ids`, in a transaction of its own: with it everything stands or nothing does. Of several of one person only the first is
   * looked at, the others as if they did not wait. Throws when the settings can't be read: then nothing leaves.
   */
  async tryAll(
    manager: EntityManager,
    ids: readonly string[],
    options: HandOverOptions,
  ): Promise<readonly HandedOver[]> {
    const locked = await lockPlans(manager, ids);
    const chances = locked.length > 0 ? await this.chancesOf(manager, locked) : [];
    const { policy } = await this.policies.current(manager);
    const now = this.clock.now();
    const decided = chances.map((chance): Decided => {
      return { plan: chance.plan, decision: handOverDecision(chance, policy, now, options.now ?? false) };
    });
    const results = await this.carryOut(manager, decided, options, now);
    return ids.map((id) => results.get(id) ?? { outcome: { kind: 'not-waiting' } });
  }

  /** One that cannot be looked at ends when its time is over. False while it still has some. */
  async giveUp(manager: EntityManager, id: string): Promise<boolean> {
    const locked = await lockPlan(manager, id);
    const now = this.clock.now();
    if (!locked || locked.row.expiresAt > now) return false;
    const { contactId } = locked.row;
    await this.end(manager, [{ id, contactId, status: 'failed', reason: 'unreadable' }], now);
    return true;
  }

  private async chancesOf(manager: EntityManager, locked: readonly LockedPlan[]): Promise<readonly Chance[]> {
    const plans = await this.engagements.open(
      locked.map(({ row }) => row),
      manager,
    );
    const contactIds = plans.map(({ contactId }) => contactId);
    const people = await this.people.load(manager, contactIds, this.clock.now(), { topics: false });
    const chances: Chance[] = [];
    for (const [index, plan] of plans.entries()) {
      const person = people.get(plan.contactId);
      const cloud = person?.account.connector === 'cloud-api' ? await cloudTemplateOf(manager, plan) : null;
      chances.push({ plan, person, place: locked[index]?.place ?? null, cloud });
    }
    return chances;
  }

  /** By the id of each. */
  private async carryOut(
    manager: EntityManager,
    decided: readonly Decided[],
    options: HandOverOptions,
    now: Date,
  ): Promise<ReadonlyMap<string, HandedOver>> {
    const ready = decided.flatMap(({ plan, decision }) => readyPlan(plan, decision, now));
    const given = ready.length > 0 ? await this.handed.giveAll(manager, ready, options) : [];
    const givenOf = new Map(ready.map(({ plan }, index) => [plan.id, given[index] ?? HANDED_BEFORE]));
    const results = decided.map(({ plan, decision }): HandedOver => {
      return { plan, outcome: decision.kind === 'give' ? (givenOf.get(plan.id) ?? HANDED_BEFORE) : decision };
    });
    const ends = results.flatMap(({ plan, outcome }) =>
      plan && outcome.kind === 'ended' ? [endOf(plan, outcome)] : [],
    );
    if (ends.length > 0) await this.end(manager, ends, now);
    return new Map(results.flatMap((result) => (result.plan ? [[result.plan.id, result]] : [])));
  }

  private async end(manager: EntityManager, ends: readonly End[], now: Date): Promise<void> {
    await this.engagements.endEach(manager, ends);
    await lookAgain(
      manager,
      ends.map(({ contactId }) => contactId),
      now,
    );
  }
}

const HANDED_BEFORE: DeliveryOutcome = { kind: 'ended', status: 'skipped', reason: 'handed-before' };

interface Decided {
  readonly plan: Engagement;
  readonly decision: HandOverDecision;
}

interface End {
  readonly id: string;
  readonly contactId: string;
  readonly status: DeadEnd;
  readonly reason: string;
}

function readyPlan(plan: Engagement, decision: HandOverDecision, now: Date): ReadyPlan[] {
  if (decision.kind !== 'give') return [];
  const { place, person, content, expiresAt } = decision;
  return [{ plan, place, person, content, expiresAt, now }];
}

function endOf({ id, contactId }: Engagement, { status, reason }: Extract<DeliveryOutcome, { kind: 'ended' }>): End {
  return { id, contactId, status, reason };
}
