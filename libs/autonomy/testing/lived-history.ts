import type { AutonomySettings } from '../src/engine/autonomy-settings.js';
import { decide } from '../src/engine/decide.js';
import type { GroupEvent } from '../src/engine/group-event.js';
import { GroupState } from '../src/engine/group-state.js';
import { track } from '../src/engine/track.js';
import type { MoodProfile } from '../src/moods/mood-profile.js';

const MOST_CHECKS = 200;

/** When it acts in a history, looking after each event and whenever it says that it must look again. */
export function livedHistory(events: readonly GroupEvent[], mood: MoodProfile, settings: AutonomySettings): number[] {
  const state = GroupState.empty();
  const acted: number[] = [];
  const lookAt = (now: number): number => {
    const { action, nextCheckAt } = decide(state, mood, settings, now);
    if (action === null) return nextCheckAt;
    acted.push(now);
    track(state, { kind: 'own', at: now, action }, settings);
    return now + 1;
  };
  let nextCheckAt = Infinity;
  for (const event of events) {
    for (let checks = 0; nextCheckAt < event.at && checks < MOST_CHECKS; checks += 1) nextCheckAt = lookAt(nextCheckAt);
    track(state, event, settings);
    nextCheckAt = lookAt(event.at);
  }
  return acted;
}
