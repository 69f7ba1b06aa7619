import type { Closeness } from './standing.js';

/** What two are to each other, from far to near. */
export type Stage = 'stranger' | 'acquaintance' | 'friend' | 'close_friend' | 'intimate' | 'partner';
export const STAGES: readonly Stage[] = ['stranger', 'acquaintance', 'friend', 'close_friend', 'intimate', 'partner'];

/** What a stage takes. Whoever is there stays until a number is lower by more than `HYSTERESIS`, or than half. */
const NEEDED: Readonly<Record<Stage, Closeness>> = {
  stranger: { level: 0, trust: 0, intimacy: 0 },
  acquaintance: { level: 4, trust: 10, intimacy: 0 },
  friend: { level: 30, trust: 30, intimacy: 10 },
  close_friend: { level: 55, trust: 50, intimacy: 35 },
  intimate: { level: 75, trust: 70, intimacy: 60 },
  partner: { level: 85, trust: 80, intimacy: 80 },
};
/** In points: as wide as a month of ordinary ups and downs, so that a stage does not flicker. */
const HYSTERESIS = 5;
/** A partner has been very near for so long, in days. */
const PARTNER_AFTER_DAYS = 60;
const DAY_MS = 86_400_000;

/** The stage at these numbers, for somebody who was at `before`. */
export function stageOf(numbers: Closeness, before: Stage, highSince: Date | null, now: Date): Stage {
  const reached = STAGES.filter((stage) => {
    const held = STAGES.indexOf(stage) <= STAGES.indexOf(before);
    return (
      meets(numbers, NEEDED[stage], held ? HYSTERESIS : 0) && (stage !== 'partner' || held || isLong(highSince, now))
    );
  });
  return reached.at(-1) ?? 'stranger';
}

/** Since when trust and intimacy are both as high as a partner's; a small dip does not begin it anew. */
export function highSince(numbers: Closeness, before: Date | null, at: Date): Date | null {
  const { trust, intimacy } = NEEDED.partner;
  const room = before === null ? 0 : HYSTERESIS;
  return numbers.trust >= trust - room && numbers.intimacy >= intimacy - room ? (before ?? at) : null;
}

function meets(numbers: Closeness, needed: Closeness, room: number): boolean {
  return (['level', 'trust', 'intimacy'] as const).every(
    (one) => numbers[one] >= needed[one] - Math.min(room, needed[one] / 2),
  );
}

function isLong(since: Date | null, now: Date): boolean {
  return since !== null && now.getTime() - since.getTime() >= PARTNER_AFTER_DAYS * DAY_MS;
}
