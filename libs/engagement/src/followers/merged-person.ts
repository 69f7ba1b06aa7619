import { stricterOf } from '../preferences/stricter-of.js';
import type { EngagementPersonEntity } from '../store/engagement-person.entity.js';

/** The row of a person who was kept under two contacts: of wishes the stricter, of zones and languages what was said last, of times the later. */
export function mergedPerson(kept: EngagementPersonEntity, gone: EngagementPersonEntity): EngagementPersonEntity {
  const { frequency, quietHours } = stricterOf(allowedOf(kept), allowedOf(gone));
  const [last, before] = isLater(gone.preferencesAt, kept.preferencesAt) ? [gone, kept] : [kept, gone];
  const zoned = last.zone === null ? before : last;
  const spoken = last.language === null ? before : last;
  const engaged = isLater(gone.lastEngagedAt, kept.lastEngagedAt) ? gone : kept;
  return {
    ...kept,
    ...{ frequency, quietFrom: quietHours?.from ?? null, quietUntil: quietHours?.until ?? null },
    ...{ zone: zoned.zone, zoneBy: zoned.zoneBy, language: spoken.language, languageBy: spoken.languageBy },
    ...{ preferencesBy: last.preferencesBy, preferencesAt: last.preferencesAt },
    hours: hoursOf(kept, gone),
    unanswered: Math.max(kept.unanswered, gone.unanswered),
    pausedUntil: later(kept.pausedUntil, gone.pausedUntil),
    ...{ lastEngagedAt: engaged.lastEngagedAt, lastType: engaged.lastType },
    lastHeardAt: later(kept.lastHeardAt, gone.lastHeardAt),
  };
}

function allowedOf({ frequency, quietFrom, quietUntil }: EngagementPersonEntity) {
  const quietHours = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
  return { frequency, quietHours };
}

/** In different zones the hours of one are not those of the other. */
function hoursOf(kept: EngagementPersonEntity, gone: EngagementPersonEntity): number[] | null {
  if (kept.zone !== gone.zone) return null;
  const [some, others] = [kept.hours, gone.hours];
  return some && others ? some.map((count, hour) => count + (others[hour] ?? 0)) : (some ?? others);
}

function isLater(one: Date | null, other: Date | null): boolean {
  return one !== null && (other === null || one > other);
}

function later(one: Date | null, other: Date | null): Date | null {
  return isLater(one, other) ? one : other;
}
