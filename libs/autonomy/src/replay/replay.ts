import { DEFAULT_AUTONOMY_SETTINGS, type AutonomySettings } from '../engine/autonomy-settings.js';
import { decide } from '../engine/decide.js';
import type { Decision } from '../engine/decision.js';
import { explain } from '../engine/explain.js';
import type { GroupEvent } from '../engine/group-event.js';
import { GroupState } from '../engine/group-state.js';
import { track } from '../engine/track.js';
import type { MoodProfile } from '../moods/mood-profile.js';
import { decideAtRandom, RANDOM_TIMER, type RandomTimer } from '../v1/random-timer.js';
import type { ReplayedAction } from './replay-report.js';
import type { TimelineEvent } from './timeline-event.js';

/** A Monday at midnight, UTC: the first midnight of every timeline. */
export const FIRST_MIDNIGHT = 1_767_571_200;

export interface ReplayOptions {
  readonly mood: MoodProfile;
  readonly engine: 'v1' | 'v2';
  /** Of the random timer; the engine itself draws nothing. */
  readonly seed: number;
  readonly timer?: Omit<RandomTimer, 'seed'>;
  readonly settings?: AutonomySettings;
}

/** What an engine would have done in a group, had it been there. Nobody on the timeline answers it. */
export function replay(events: readonly TimelineEvent[], options: ReplayOptions): ReplayedAction[] {
  const settings = options.settings ?? DEFAULT_AUTONOMY_SETTINGS;
  const state = GroupState.empty();
  const actions: ReplayedAction[] = [];
  const look = lookOf(state, settings, options);
  let nextCheckAt = Infinity;
  const lookAt = (now: number): void => {
    const decision = look(now);
    nextCheckAt = decision.nextCheckAt;
    const { action } = decision;
    if (action === null) return;
    const reasons = explain(decision, options.mood.name);
    actions.push({ second: now - FIRST_MIDNIGHT, action, reasons });
    track(state, { kind: 'own', at: now, action }, settings);
  };
  events.forEach((event, place) => {
    const at = FIRST_MIDNIGHT + event.second;
    while (nextCheckAt < at) lookAt(nextCheckAt);
    track(state, toGroupEvent(event), settings);
    // What happens in one second is looked at once.
    if (events[place + 1]?.second !== event.second) lookAt(at);
  });
  return actions;
}

/** An event of a timeline as the engine is told of it. Members are told by index + 1, since no id is 0. */
export function toGroupEvent({ second, event, author, addressedTo }: TimelineEvent): GroupEvent {
  const base = { at: FIRST_MIDNIGHT + second, member: author + 1 };
  if (event !== 'message') return { kind: event, ...base };
  return { kind: 'message', ...base, ...(addressedTo !== null && { toMember: addressedTo + 1 }) };
}

function lookOf(state: GroupState, settings: AutonomySettings, options: ReplayOptions): (now: number) => Decision {
  if (options.engine === 'v2') return (now) => decide(state, options.mood, settings, now);
  const timer = { ...(options.timer ?? RANDOM_TIMER), seed: options.seed };
  return (now) => decideAtRandom(state, timer, settings, now);
}
