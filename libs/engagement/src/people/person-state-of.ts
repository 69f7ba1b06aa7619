import type { FeltLast, ListedMemory, PresentRelationship } from '#memory';

import { birthdayIn } from '../planning/birthday.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { EngagementType } from '../planning/engagement-type.js';
import type { Frequency } from '../planning/frequency.js';
import type { AccountStanding, MemoryRef } from '../planning/person-state.js';
import type { KnownPerson } from './known-person.js';
import type { PersonChats } from './person-chats.js';
import { whereabouts } from './whereabouts.js';

/** As PEOPLE gives it. */
export interface PersonRow {
  readonly contactId: string;
  readonly frequency: Frequency | null;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly zone: string | null;
  readonly zoneBy: 'operator' | 'chat' | null;
  readonly hours: readonly number[] | null;
  readonly unanswered: number;
  readonly pausedUntil: Date | null;
  readonly lastEngagedAt: Date | null;
  readonly lastType: EngagementType | null;
  readonly adult: string | null;
  readonly safetyPausedUntil: Date | null;
  readonly phones: readonly string[];
  readonly handedAt: readonly Date[] | null;
  readonly pending: number;
  readonly usedMoments: readonly string[] | null;
}

/** What was found of one person. */
export interface PersonFound {
  readonly row: PersonRow;
  readonly chats: PersonChats;
  readonly account: AccountStanding;
  readonly standing: PresentRelationship | undefined;
  readonly emotion: FeltLast['emotion'] | undefined;
  readonly memories: readonly ListedMemory[];
}

/** Nothing is known of when they write. */
export const NO_HOURS: readonly number[] = new Array<number>(24).fill(0);

/** Puts together what decides about somebody. Who has never written in private is a stranger. */
export function personState(found: PersonFound, policy: EngagementPolicy): KnownPerson {
  const { row, chats, account, standing, emotion, memories } = found;
  const { contactId, unanswered, pausedUntil, safetyPausedUntil, lastEngagedAt, lastType } = row;
  return {
    ...{ contactId, unanswered, pausedUntil, safetyPausedUntil, lastEngagedAt, lastType, account },
    characterId: chats.chosen.characterId,
    stage: standing?.stage ?? 'stranger',
    level: standing?.level ?? 0,
    trust: standing?.trust ?? 0,
    intimacy: standing?.intimacy ?? 0,
    mood: emotion ? { label: emotion.label, valence: emotion.valence, at: emotion.at } : null,
    lastHeardAt: later(standing?.lastInteractionAt ?? null, chats.lastHeardAt),
    lastWrittenAt: chats.lastWrittenAt,
    minor: row.adult === 'minor',
    frequency: row.frequency ?? 'normal',
    quiet:
      row.quietFrom === null || row.quietUntil === null
        ? policy.quietHours
        : { from: row.quietFrom, until: row.quietUntil },
    ...whereabouts(row, policy.timeZone),
    hours: row.hours ?? NO_HOURS,
    handedAt: row.handedAt ?? [],
    pending: row.pending,
    usedMoments: row.usedMoments ?? [],
    memories: memories.map(memoryRef),
    chat: chats.chosen.standing,
  };
}

function memoryRef({ id, importance, category, validFrom, validUntil, birthdayText }: ListedMemory): MemoryRef {
  const birthday = birthdayText === null ? null : birthdayIn(birthdayText);
  return { id, importance, category, validFrom, validUntil, ...(birthday && { birthday }) };
}

function later(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
