import type { PersonState } from './person-state.js';
import { reason, type Reason } from './reason.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** After STOP and START, how long nobody writes first. */
const AFTER_START_DAYS = 7;
/** How often what an operator or an account changes is looked at. */
const OPERATORS_MS = 12 * HOUR_MS;

/** Something that forbids writing first whatever the relationship; `until` null: as long as they do not write. */
export interface Obstacle {
  readonly reason: Reason;
  readonly until: Date | null;
}

/** The first thing that forbids writing to this person first, the gravest before the others; null when there is none. */
export function obstacle(person: PersonState, now: Date): Obstacle | null {
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  const { chat, account } = person;
  if (!chat || chat.deleted) return found('chat-gone', after(OPERATORS_MS));
  if (chat.optedOut) return found('opted-out', null);
  if (person.minor) return found('minor', null);
  if (person.frequency === 'off') return found('frequency-off', null);
  if (isAhead(person.safetyPausedUntil, now)) return found('safety-pause', person.safetyPausedUntil);
  if (isAhead(person.pausedUntil, now)) return found('paused', person.pausedUntil);
  const started = chat.optedInAt && new Date(chat.optedInAt.getTime() + AFTER_START_DAYS * DAY_MS);
  if (isAhead(started, now)) return found('opted-in-lately', started);
  if (!chat.allowed) return found('not-allowed', after(OPERATORS_MS));
  if (chat.archived) return found('archived', after(OPERATORS_MS));
  if (isAhead(chat.takenOverUntil, now)) return found('taken-over', chat.takenOverUntil);
  if (chat.replyMode === 'paused') return found('chat-paused', after(OPERATORS_MS));
  if (chat.talking) return found('talking', after(10 * MINUTE_MS));
  return account.ready && !account.stopped ? null : found('account-not-ready', after(HOUR_MS));
}

function found(code: string, until: Date | null): Obstacle {
  return { reason: reason(code), until };
}

function isAhead(at: Date | null, now: Date): boolean {
  return at !== null && at > now;
}
