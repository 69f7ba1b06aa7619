import type { OutboxPlace } from '#messaging';
import type { OutboundContent } from '#whatsapp';

import type { KnownPerson } from '../people/known-person.js';
import { deliveryVerdict } from '../planning/delivery-verdict.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { modeFor } from '../planning/mode-for.js';
import type { Engagement } from '../store/engagement.js';
import type { DeliveryOutcome } from './delivery-outcome.js';

/** How soon a plan without words is looked at again. */
const WORDS_MS = 60_000;

/** A plan that may be handed over, with all that decides about it. */
export interface Chance {
  readonly plan: Engagement;
  /** Undefined: they have no chat any more. */
  readonly person: KnownPerson | undefined;
  /** Null: its chat is gone. */
  readonly place: OutboxPlace | null;
  /** The same words as the Cloud API takes them at any time. */
  readonly cloud: OutboundContent | null;
}

export type HandOverDecision =
  | Extract<DeliveryOutcome, { kind: 'waits' | 'ended' }>
  | {
      readonly kind: 'give';
      readonly place: OutboxPlace;
      readonly person: KnownPerson;
      readonly content: OutboundContent;
      readonly expiresAt: Date;
    };

/** What is to be done with a plan now, by the stricter of what held when it was planned and what holds now. */
export function handOverDecision(
  { plan, person, place, cloud }: Chance,
  policy: EngagementPolicy,
  now: Date,
  sendNow: boolean,
): HandOverDecision {
  if (!place || !person?.chat) return skipped('chat-gone');
  // What is known of a person is known for the chat and the character that they would hear from now.
  if (person.chat.id !== plan.chatId || person.characterId !== plan.characterId) return skipped('other-chat');
  const mode = plan.mode === 'approve' ? 'approve' : modeFor(person.account, policy, now, person.chat.replyMode);
  const verdict = deliveryVerdict({ ...plan, mode, hasCloudTemplate: cloud !== null, sendNow }, person, policy, now);
  switch (verdict.kind) {
    case 'wait':
      return { kind: 'waits', reason: verdict.reason, until: verdict.until };
    case 'end':
      return { kind: 'ended', status: verdict.status, reason: verdict.reason };
    case 'send':
      if (plan.text === null) return withoutWords(plan, now);
      return {
        kind: 'give',
        place,
        person,
        content: cloud ?? { kind: 'text', text: plan.text },
        expiresAt: verdict.expiresAt,
      };
  }
}

function withoutWords({ expiresAt }: Engagement, now: Date): HandOverDecision {
  const until = new Date(now.getTime() + WORDS_MS);
  return until < expiresAt ? { kind: 'waits', reason: 'no-content', until } : skipped('no-content');
}

function skipped(reason: string): HandOverDecision {
  return { kind: 'ended', status: 'skipped', reason };
}
