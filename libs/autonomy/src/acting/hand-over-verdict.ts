import { decide } from '../engine/decide.js';
import { closedForTimer, closedGate } from '../engine/gate.js';
import { NEVER } from '../engine/signals.js';
import { FIELD } from '../engine/state-layout.js';
import { obstacleIn } from '../groups/decide-in-group.js';
import type { ObservedGroup } from '../groups/observed-group.js';
import type { StoredDecision } from '../store/stored-decision.js';

/** A talk in which nobody has written for so long is over, in seconds. */
const ALIVE_SECONDS = 180;
/** Words that took longer are for another moment: so long a decision waits only where nothing ran that would have ended it as lost. */
const LATEST_SECONDS = 180;

/**
 * Why what was decided must not be said any more; null when it may be. Finding the words took seconds, in which the group went on: everything that
 * would have kept it from deciding so is looked at again. To be asked with the chat and the group locked.
 */
export function handOverVerdict(decision: StoredDecision, observed: ObservedGroup, now: Date): string | null {
  const { group, policy, state } = observed;
  if (policy.engine !== decision.engine && policy.engine !== 'off') return 'engine-changed';
  // Who turned to us is answered: that is what is said next.
  if (observed.addressed || isNewer(observed, 'addressedAt', decision)) return 'addressed-meanwhile';
  const obstacle = obstacleIn({ ...observed, group: { ...group, busyUntil: null } }, decision, now);
  if (obstacle) return obstacle;
  const seconds = Math.floor(now.getTime() / 1_000);
  if (isNewer(observed, 'ownAt', decision)) return 'spoke-meanwhile';
  const gate = (policy.engine === 'v1' ? closedForTimer : closedGate)(state, policy.settings, seconds);
  if (gate) return gate.name;
  const missed = policy.engine === 'v1' ? null : missedChance(decision, observed, seconds);
  return missed ?? (seconds - decision.at.getTime() / 1_000 > LATEST_SECONDS ? 'too-late' : null);
}

/** Whether there is still something to step into, or still nobody who says anything. */
function missedChance({ action, ...decision }: StoredDecision, observed: ObservedGroup, now: number): string | null {
  const { state, mood, policy } = observed;
  switch (action) {
    case 'join_conversation':
    case 'fomo_response':
      return now - state.read(FIELD.humanAt) <= ALIVE_SECONDS ? null : 'talk-over';
    case 'break_silence':
    case 'share_content':
      return isNewer(observed, 'humanAt', decision) ? 'somebody-wrote' : null;
    case 'engage_user':
      return decide(state, mood, policy.settings, now).action === action ? null : 'chance-gone';
    case null:
      return 'nothing-decided';
  }
}

const SIGNAL_OF = { addressedAt: 'sinceAddressed', ownAt: 'sinceOwn', humanAt: 'quiet' } as const;

/** Whether that has happened once more since the decision. */
function isNewer(
  { state }: ObservedGroup,
  what: keyof typeof SIGNAL_OF,
  { at, signals }: Pick<StoredDecision, 'at' | 'signals'>,
): boolean {
  const since = signals[SIGNAL_OF[what]];
  const before = since === NEVER ? 0 : Math.floor(at.getTime() / 1_000) - since;
  return state.read(FIELD[what]) > before;
}
