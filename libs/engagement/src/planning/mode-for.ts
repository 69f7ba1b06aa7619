import type { ReplyMode } from '#messaging';

import type { EngagementPolicy } from './engagement-policy.js';
import type { AccountStanding } from './person-state.js';

const DAY_MS = 86_400_000;

/** Does this account write by itself, or does an operator approve each one? In a chat whose answers are drafts, always the operator. */
export function modeFor(
  account: AccountStanding,
  policy: EngagementPolicy,
  now: Date,
  replyMode: ReplyMode = 'auto',
): 'automatic' | 'approve' {
  if (replyMode !== 'auto' || account.braked) return 'approve';
  if (policy.mode !== 'auto') return policy.mode;
  const isYoung = now.getTime() - account.knownSince.getTime() < policy.trustAfterDays * DAY_MS;
  return isYoung || account.answeredChats < policy.trustAfterChats ? 'approve' : 'automatic';
}
