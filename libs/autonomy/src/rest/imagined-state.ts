import type { Action } from '../engine/action.js';
import type { AutonomySettings } from '../engine/autonomy-settings.js';
import type { GroupEvent } from '../engine/group-event.js';
import { GroupState } from '../engine/group-state.js';
import { track } from '../engine/track.js';

/** Something that an operator wants to be taken for having happened. */
export interface ImaginedEvent {
  readonly kind: 'message' | 'join' | 'activity' | 'own' | 'silence';
  readonly secondsAgo: number;
  /** Any number but 0 for each person; 1 when it is left out. */
  readonly member?: number;
  readonly toUs?: boolean;
  readonly toMember?: number;
  /** Of our own: what it was; none: an answer. */
  readonly action?: Action | null;
}

/** A copy of the state in which these have happened, too, before `at` (seconds since 1970), in the order of their times. */
export function imaginedState(
  state: GroupState,
  events: readonly ImaginedEvent[],
  settings: AutonomySettings,
  { at, silenceSeconds }: { readonly at: number; readonly silenceSeconds: number },
): GroupState {
  const copy = GroupState.restored(state.bytes());
  const inOrder = events.toSorted((one, other) => other.secondsAgo - one.secondsAgo);
  for (const event of inOrder) track(copy, eventOf(event, at - event.secondsAgo, silenceSeconds), settings);
  return copy;
}

function eventOf(
  { kind, member = 1, toUs, toMember, action = null }: ImaginedEvent,
  at: number,
  silenceSeconds: number,
): GroupEvent {
  switch (kind) {
    case 'message':
      return { kind, at, member, toUs, toMember };
    case 'join':
    case 'activity':
      return { kind, at, member };
    case 'own':
      return { kind, at, action };
    case 'silence':
      return { kind, at, until: at + silenceSeconds };
  }
}
