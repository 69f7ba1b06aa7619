import type { AutonomySettings } from './autonomy-settings.js';
import { MOST_ACTIONS } from './autonomy-settings.js';
import { EXCHANGE_SECONDS } from './exchange-table.js';
import type { GroupState } from './group-state.js';
import { FIELD, ROOM } from './state-layout.js';

export type GateName = 'muted' | 'silence-asked' | 'exchange' | 'hour-cap' | 'day-cap';

export interface ClosedGate {
  readonly name: GateName;
  readonly has: number;
  readonly needs: number;
  /** When it may open; Infinity when only the operator can open it. */
  readonly opensAt: number;
}

const HOUR = 3_600;
const DAY = 86_400;

/** What forbids every unasked action, whatever the mood; null when nothing does. */
export function closedGate(state: GroupState, settings: AutonomySettings, now: number): ClosedGate | null {
  return standingOrder(state, settings, now) ?? exchangeUnderWay(state, now) ?? capReached(state, settings, now);
}

/** What the operator or the group has forbidden, and the caps: all that binds the random timer too, which never looks at the talk. */
export function closedForTimer(state: GroupState, settings: AutonomySettings, now: number): ClosedGate | null {
  return standingOrder(state, settings, now) ?? capReached(state, settings, now);
}

function standingOrder(state: GroupState, settings: AutonomySettings, now: number): ClosedGate | null {
  if (settings.muted) return { name: 'muted', has: 0, needs: 0, opensAt: Infinity };
  const until = state.read(FIELD.silentUntil);
  return now < until ? { name: 'silence-asked', has: until - now, needs: 0, opensAt: until } : null;
}

function exchangeUnderWay(state: GroupState, now: number): ClosedGate | null {
  const directedAt = state.read(FIELD.directedAt);
  const passed = Math.max(0, now - directedAt);
  if (directedAt === 0 || passed >= EXCHANGE_SECONDS) return null;
  return { name: 'exchange', has: passed, needs: EXCHANGE_SECONDS, opensAt: directedAt + EXCHANGE_SECONDS };
}

function capReached(state: GroupState, settings: AutonomySettings, now: number): ClosedGate | null {
  return (
    windowFull(state, 'hour-cap', settings.actionsPerHour, HOUR, now) ??
    windowFull(state, 'day-cap', settings.actionsPerDay, DAY, now)
  );
}

/** The action `cap` back must lie outside the window; sliding, so no turn of the hour lets twice as many pass. */
function windowFull(
  state: GroupState,
  name: 'hour-cap' | 'day-cap',
  wanted: number,
  seconds: number,
  now: number,
): ClosedGate | null {
  const cap = Math.min(MOST_ACTIONS, Math.floor(wanted));
  if (!(cap > 0)) return { name, has: 0, needs: 0, opensAt: Infinity };
  const count = state.read(FIELD.actionCount);
  if (count < cap) return null;
  const at = state.view.getUint32(FIELD.actions + 4 * ((count - cap) % ROOM.actions));
  return now - at < seconds ? { name, has: cap, needs: cap, opensAt: at + seconds } : null;
}
