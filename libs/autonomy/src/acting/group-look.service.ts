import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock, newId } from '#kernel';

import { FeedShelf } from '../feeds/feed-shelf.service.js';
import { decideInGroup, type GroupDecision } from '../groups/decide-in-group.js';
import { GroupObserver } from '../groups/group-observer.service.js';
import { nightLeft } from '../groups/held-by-night.js';
import type { ObservedGroup } from '../groups/observed-group.js';
import { storeObserved } from '../groups/store-observed.js';
import type { Trigger } from '../groups/trigger.js';
import { MemberIds } from '../observing/member-ids.service.js';
import type { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { DecisionRing } from '../store/decision-ring.service.js';
import { ensureGroup } from '../store/ensure-group.js';
import { lockGroup } from '../store/lock-group.js';
import type { StoredDecision } from '../store/stored-decision.js';
import { isWorthKeeping } from './kept-decision.js';

/** So long the words of an action may take before another is decided. */
const WRITING_MS = 90_000;
/** How soon what only has to wait is looked at again. */
const SOON_MS = 60_000;
const TICK_MS = 600_000;
/** A group in which nothing is decided is looked at when something happens there, and to keep its mood up. */
const RARELY_MS = 3_600_000;

/** What one look found and decided; none where it is no group. */
export interface Look {
  readonly observed: ObservedGroup;
  readonly decision: StoredDecision | null;
}

/** One look at a group, in its caller's transaction. */
@Injectable()
export class GroupLook {
  constructor(
    private readonly observer: GroupObserver,
    private readonly shelf: FeedShelf,
    private readonly members: MemberIds,
    private readonly ring: DecisionRing,
    private readonly clock: Clock,
  ) {}

  /**
   * Holds the group's row from the beginning to the end, so that what is new is taken in once, whoever looks, and two never decide side by side.
   * The time is read under that lock: it goes on from look to look.
   */
  async take(
    manager: EntityManager,
    chatId: string,
    trigger: Trigger,
    names: readonly string[],
  ): Promise<Look | undefined> {
    const group = (await lockGroup(manager, chatId)) ?? (await this.seeFirst(manager, chatId));
    const now = this.clock.now();
    const observed = group && (await this.observer.observe(manager, group, names, now));
    if (!observed) return undefined;
    if (observed.policy.engine === 'off' || !observed.policy.enabled) {
      const nextCheckAt = new Date(now.getTime() + RARELY_MS);
      await storeObserved(manager, observed, { nextCheckAt, busyUntil: observed.group.busyUntil });
      return { observed, decision: null };
    }
    return { observed, decision: await this.decide(manager, observed, trigger, now) };
  }

  private async seeFirst(manager: EntityManager, chatId: string): Promise<AutonomyGroupEntity | null> {
    return (await ensureGroup(manager, chatId, this.clock.now())) ? lockGroup(manager, chatId) : null;
  }

  private async decide(
    manager: EntityManager,
    observed: ObservedGroup,
    trigger: Trigger,
    now: Date,
  ): Promise<StoredDecision | null> {
    const { chatId, busyUntil, decisions } = observed.group;
    const hasContent = observed.mood.shares && (await this.shelf.has(manager, chatId));
    const decided = decideInGroup(observed, { seed: this.members.seedOf(chatId), hasContent }, now);
    const decision = storedOf(observed, decided, trigger, now);
    const acts = decision.status === 'writing';
    const kept = isWorthKeeping(decision, await this.ring.at(manager, chatId, decisions - 1));
    if (kept) await this.ring.add(manager, decisions, decision);
    await storeObserved(manager, observed, {
      nextCheckAt: nextCheck(observed, decided, now),
      busyUntil: acts ? new Date(now.getTime() + WRITING_MS) : busyUntil,
      decisions: decisions + (kept ? 1 : 0),
    });
    return kept ? decision : null;
  }
}

function storedOf(
  { group, policy, mood }: ObservedGroup,
  { decision, obstacle, signals }: GroupDecision,
  trigger: Trigger,
  now: Date,
): StoredDecision {
  const { action, member, score, reasons } = decision;
  return {
    ...{ id: newId(), chatId: group.chatId, at: now, trigger, engine: policy.engine, mood: mood.name },
    ...{ action, member, score, obstacle, reasons, signals },
    ...{ status: action !== null && obstacle === null ? 'writing' : 'none', reason: null },
  };
}

/** Where more is new than was read, it is looked at again at once; where something stands in the way, when it may be gone. */
function nextCheck({ more, policy }: ObservedGroup, { decision, obstacle }: GroupDecision, now: Date): Date {
  if (more) return now;
  if (decision.action === null || obstacle === null) return new Date(decision.nextCheckAt * 1_000);
  if (obstacle === 'answering' || obstacle === 'busy') return new Date(now.getTime() + SOON_MS);
  if (obstacle !== 'quiet-hours' || policy.engine === 'v1') return new Date(now.getTime() + TICK_MS);
  const local = Math.floor(now.getTime() / 1_000) + policy.settings.utcOffset;
  return new Date(now.getTime() + Math.min(TICK_MS, nightLeft(policy.quietHours, local) * 1_000));
}
