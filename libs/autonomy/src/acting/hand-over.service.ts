import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '#kernel';
import { OutboxWriter } from '#messaging';

import type { VoiceAnswer, VoiceRequest } from '../content/voice-request.js';
import { track } from '../engine/track.js';
import { SharedItems } from '../feeds/shared-items.service.js';
import { GroupObserver } from '../groups/group-observer.service.js';
import { moodOf } from '../groups/mood-of.js';
import type { ObservedGroup } from '../groups/observed-group.js';
import { storeObserved } from '../groups/store-observed.js';
import { AutonomyGroupEntity } from '../store/autonomy-group.entity.js';
import { DecisionRing } from '../store/decision-ring.service.js';
import { lockGroup } from '../store/lock-group.js';
import type { StoredDecision } from '../store/stored-decision.js';
import { handOverVerdict } from './hand-over-verdict.js';

/** What is said unasked is of use now or never. */
const EXPIRES_MS = 120_000;
const AFTER_WORDS_MS = 60_000;
const AFTER_NOTHING_MS = 300_000;

export type Words = Extract<VoiceAnswer, { kind: 'say' }>;

/** What became of a decision. */
export interface ActOutcome {
  readonly decision: StoredDecision;
  /** Whose bell to ring; only where words were handed over. */
  readonly accountId: string | null;
}

/** Looks at a decision once more, everything locked that it depends on, and gives its words to the outbox, or does not. */
@Injectable()
export class HandOver {
  constructor(
    private readonly observer: GroupObserver,
    private readonly ring: DecisionRing,
    private readonly outbox: OutboxWriter,
    private readonly shared: SharedItems,
    private readonly clock: Clock,
  ) {}

  /** What words are looked for; null where nobody waits for them any more. */
  async requestOf(manager: EntityManager, decisionId: string): Promise<VoiceRequest | null> {
    const decision = await this.ring.find(manager, decisionId);
    if (decision?.status !== 'writing' || decision.action === null) return null;
    const { chatId, action, member } = decision;
    const group = await manager.findOneBy(AutonomyGroupEntity, { chatId });
    const mood = moodOf(decision.mood, group?.moodProfiles ?? {});
    return { decisionId, chatId, action, mood, member, now: this.clock.now() };
  }

  /**
   * In a transaction of its own. The chat is locked, then the group: whatever of silence, STOP, takeover, switch or talk was committed before holds.
   * Null where it has been ended before.
   */
  async give(
    manager: EntityManager,
    { decisionId, chatId }: Pick<VoiceRequest, 'decisionId' | 'chatId'>,
    words: Words,
    names: readonly string[],
  ): Promise<ActOutcome | null> {
    await manager.query('SELECT 1 FROM chats WHERE id = $1 FOR UPDATE', [chatId]);
    const group = await lockGroup(manager, chatId);
    const decision = await this.ring.find(manager, decisionId);
    if (!group || decision?.status !== 'writing') return null;
    const now = this.clock.now();
    const observed = await this.observer.observe(manager, group, names, now);
    if (!observed) return null;
    const reason = handOverVerdict(decision, observed, now);
    if (reason !== null) {
      await storeObserved(manager, observed, { busyUntil: null, nextCheckAt: after(now, AFTER_NOTHING_MS) });
      await this.ring.finish(manager, decisionId, { status: 'dropped', reason }, now);
      return { decision: { ...decision, status: 'dropped', reason }, accountId: null };
    }
    const accountId = await this.put(manager, decision, observed, words, now);
    await storeObserved(manager, observed, { busyUntil: null, nextCheckAt: after(now, AFTER_WORDS_MS) });
    await this.ring.finish(manager, decisionId, { status: 'handed', reason: null }, now);
    return { decision: { ...decision, status: 'handed' }, accountId };
  }

  /**
   * Ends a decision for which there are no words; in a lively group each message would ask for them again, so it is not tried again soon. Null
   * where it has been ended before.
   */
  async giveUp(
    manager: EntityManager,
    { decisionId, chatId }: Pick<VoiceRequest, 'decisionId' | 'chatId'>,
    end: { readonly status: 'dropped' | 'failed'; readonly reason: string },
  ): Promise<ActOutcome | null> {
    const group = await lockGroup(manager, chatId);
    const decision = await this.ring.find(manager, decisionId);
    if (!group || decision?.status !== 'writing') return null;
    const now = this.clock.now();
    const until = after(now, AFTER_NOTHING_MS);
    await manager.update(AutonomyGroupEntity, { chatId }, { busyUntil: until, nextCheckAt: until });
    await this.ring.finish(manager, decisionId, end, now);
    return { decision: { ...decision, ...end }, accountId: null };
  }

  /** It counts as said from now on, whether or not it leaves: the caps are of what was meant to be said. */
  private async put(
    manager: EntityManager,
    { id, chatId, action }: StoredDecision,
    { state, policy }: ObservedGroup,
    { text, characterId, itemId }: Words,
    now: Date,
  ): Promise<string> {
    const { accountId } = await this.outbox.put(manager, {
      ...{ chatId, texts: [text], origin: 'proactive', draft: false, idempotencyKey: `autonomy:${id}` },
      expiresAt: after(now, EXPIRES_MS),
      traits: { characterId, tokens: null, generationTime: null, model: null, mood: null, nsfwLevel: null },
    });
    track(state, { kind: 'own', action, at: Math.floor(now.getTime() / 1_000) }, policy.settings);
    if (itemId !== null) await this.shared.note(manager, chatId, itemId, now);
    return accountId;
  }
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
