import type { AutonomySettings } from './autonomy-settings.js';
import { learnPattern } from './activity-pattern.js';
import { drainedAnswers } from './answer-account.js';
import { exchangeAnswered, exchangeOpened } from './exchange-table.js';
import type { GroupEvent, MessageEvent, OwnEvent, PresenceEvent } from './group-event.js';
import type { GroupState } from './group-state.js';
import { countMinute } from './minute-counts.js';
import { memberMet, memberSpoke } from './member-table.js';
import { momentumAt } from './momentum.js';
import { FIELD, ROOM } from './state-layout.js';
import { sketchTokens } from './topic-sketch.js';

/** How much one message or reaction moves the group's tone, and one to us how we are taken. */
const SENTIMENT_STEP = 0.1;
const RECEPTION_STEP = 0.25;

/**
 * Takes one event into the group's state, in place and in constant time and memory. What comes late counts as having happened at the
 * latest time that is known: the engine looks at now, not at history.
 */
export function track(state: GroupState, event: GroupEvent, settings: AutonomySettings): void {
  const at = Math.max(event.at, state.read(FIELD.seenAt));
  state.write(FIELD.seenAt, at);
  switch (event.kind) {
    case 'message':
      if (event.fromBot) state.write(FIELD.botMessages, state.read(FIELD.botMessages) + 1);
      else trackMessage(state, event, at, settings);
      return;
    case 'reaction':
      feel(state, event.sentiment, event.toUs === true);
      if (event.toUs) turnedToUs(state, event.member, at);
      return;
    case 'activity':
    case 'join':
    case 'leave':
      trackPresence(state, event, at);
      return;
    case 'own':
      trackOwn(state, event, at, settings);
      return;
    case 'silence':
      state.write(FIELD.silentUntil, event.until);
  }
}

function trackMessage(state: GroupState, event: MessageEvent, at: number, settings: AutonomySettings): void {
  state.writeReal(FIELD.momentum, momentumAt(state, at) + 1);
  state.write(FIELD.humanAt, at);
  state.write(FIELD.humanMessages, state.read(FIELD.humanMessages) + 1);
  state.write(FIELD.sinceOwn, state.read(FIELD.sinceOwn) + 1);
  countMinute(state, at);
  memberSpoke(state, event.member, at);
  learnPattern(state, at + settings.utcOffset);
  if (event.sentiment !== undefined) feel(state, event.sentiment, event.toUs === true);
  if (event.tokens) sketchTokens(state, event.tokens);
  if (event.toUs) turnedToUs(state, event.member, at);
  else if (event.toMember && event.toMember !== event.member) exchangeOpened(state, event.member, event.toMember, at);
  else exchangeAnswered(state, event.member, at);
}

function trackPresence(state: GroupState, event: PresenceEvent, at: number): void {
  if (event.kind === 'leave') {
    if (state.read(FIELD.activityMember) === event.member) state.write(FIELD.activityAt, 0);
    return;
  }
  state.write(FIELD.activityAt, at);
  state.write(FIELD.activityMember, event.member);
  state.write(FIELD.activityIsJoin, event.kind === 'join' ? 1 : 0);
}

function trackOwn(state: GroupState, event: OwnEvent, at: number, settings: AutonomySettings): void {
  state.write(FIELD.ownAt, at);
  state.write(FIELD.sinceOwn, 0);
  if (event.action === null) {
    state.writeReal(FIELD.answers, drainedAnswers(state, settings, at) + 1);
    state.write(FIELD.answersAt, at);
    return;
  }
  const count = state.read(FIELD.actionCount);
  state.view.setUint32(FIELD.actions + 4 * (count % ROOM.actions), at);
  state.write(FIELD.actionCount, count + 1);
  state.write(FIELD.actionAt, at);
  state.write(FIELD.ignored, state.read(FIELD.ignored) + 1);
  // Whatever it was that happened, it is not news any more.
  state.write(FIELD.activityAt, 0);
}

function turnedToUs(state: GroupState, member: number, at: number): void {
  state.write(FIELD.addressedAt, at);
  state.write(FIELD.ignored, 0);
  memberMet(state, member, at);
}

function feel(state: GroupState, sentiment: number, toUs: boolean): void {
  const felt = Math.max(-1, Math.min(1, Number.isFinite(sentiment) ? sentiment : 0));
  approach(state, FIELD.sentiment, felt, SENTIMENT_STEP);
  if (toUs) approach(state, FIELD.reception, felt, RECEPTION_STEP);
}

function approach(
  state: GroupState,
  field: typeof FIELD.sentiment | typeof FIELD.reception,
  to: number,
  step: number,
): void {
  const from = state.readReal(field);
  state.writeReal(field, from + (to - from) * step);
}
