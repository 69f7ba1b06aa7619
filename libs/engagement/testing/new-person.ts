import type { AccountStanding, ChatStanding, MemoryRef, PersonState } from '../src/planning/person-state.js';

/** Noon of a Wednesday. */
export const NOW = new Date('2026-05-06T12:00:00Z');
const HOUR_MS = 3_600_000;

export interface GivenPerson extends Partial<Omit<PersonState, 'chat' | 'account'>> {
  readonly chat?: Partial<ChatStanding> | null;
  readonly account?: Partial<AccountStanding>;
}

/** A close friend in London who has been silent for two days and may be written to, but for what is given. */
export function newPerson({ chat, account, ...given }: GivenPerson = {}): PersonState {
  return {
    ...{ contactId: 'contact', stage: 'close_friend', level: 60, trust: 60, intimacy: 60, mood: null },
    ...{ lastHeardAt: hoursAgo(48), lastWrittenAt: hoursAgo(48), lastEngagedAt: null, unanswered: 0 },
    ...{ pausedUntil: null, safetyPausedUntil: null, minor: false, frequency: 'normal' },
    ...{ quiet: { from: 21 * 60, until: 9 * 60 }, zones: ['Europe/London'], hours: new Array<number>(24).fill(0) },
    ...{ lastType: null, handedAt: [], pending: 0, memories: [] },
    ...given,
    chat: chat === null ? null : newChat(chat),
    account: newAccount(account),
  };
}

export function newMemory(given: Partial<MemoryRef> = {}): MemoryRef {
  return { id: 'memory', importance: 7, category: 'work', validFrom: null, validUntil: null, ...given };
}

export function hoursAgo(hours: number): Date {
  return new Date(NOW.getTime() - hours * HOUR_MS);
}

export function inHours(hours: number): Date {
  return hoursAgo(-hours);
}

function newChat(given: Partial<ChatStanding> = {}): ChatStanding {
  return {
    ...{ id: 'chat', optedOut: false, optedInAt: null, takenOverUntil: null, replyMode: 'auto', archived: false },
    ...{ allowed: true, deleted: false, talking: false, channel: 'whatsapp' },
    ...given,
  };
}

function newAccount(given: Partial<AccountStanding> = {}): AccountStanding {
  return {
    ...{ id: 'account', connector: 'webjs', ready: true, stopped: false },
    ...{ knownSince: hoursAgo(24 * 365), answeredChats: 100 },
    ...given,
  };
}
