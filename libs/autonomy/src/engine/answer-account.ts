import type { AutonomySettings } from './autonomy-settings.js';
import type { GroupState } from './group-state.js';
import { FIELD } from './state-layout.js';

/** Answers that still count at `now`: they drain at the pace at which more are allowed. */
export function drainedAnswers(state: GroupState, settings: AutonomySettings, now: number): number {
  const passed = Math.max(0, now - state.read(FIELD.answersAt));
  return Math.max(0, state.readReal(FIELD.answers) - (passed * settings.answersPerHour) / 3_600);
}
