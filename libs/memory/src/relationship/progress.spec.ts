import fc from 'fast-check';

import { presentOf } from './decay.js';
import type { Interaction } from './interaction.js';
import { progress } from './progress.js';
import { NEW_STANDING, type Standing } from './standing.js';
import { highSince, stageOf } from './stage.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = new Date('2026-03-01T12:00:00Z').getTime();
const NAMES = ['level', 'trust', 'intimacy'] as const;
const LATER = new Date('2036-01-01T00:00:00Z');

const share = fc.double({ min: 0, max: 1, noNaN: true });
const interaction = fc
  .record({
    ...{ messages: fc.integer({ min: 1, max: 1_000 }), each: fc.double({ min: 0.25, max: 2.5, noNaN: true }) },
    ...{
      reciprocity: share,
      begunByThem: fc.boolean(),
      warmth: share,
      thanks: share,
      disclosure: share,
      interest: share,
    },
    ...{ hostility: fc.oneof(fc.constant(0), share), hours: fc.double({ min: 0, max: 400, noNaN: true }) },
  })
  .map(({ each, hours, ...one }) => ({
    hours,
    one: { ...one, talk: one.messages * each, emotion: null, topics: {} } satisfies Omit<Interaction, 'at'>,
  }));
const life = fc.array(interaction, { maxLength: 60 });

function live(
  events: readonly { readonly hours: number; readonly one: Omit<Interaction, 'at'> }[],
  from = NEW_STANDING,
): Standing[] {
  let at = from.lastInteractionAt?.getTime() ?? START;
  const standings = [from];
  for (const { hours, one } of events) {
    at += hours * HOUR_MS;
    standings.push(progress(standings.at(-1) ?? from, { ...one, at: new Date(at) }, LATER));
  }
  return standings;
}

function newInteraction(given: Partial<Interaction>): Interaction {
  return {
    ...{ at: new Date(START), messages: 10, talk: 10, reciprocity: 1, begunByThem: true },
    ...{ warmth: 0.8, thanks: 0.5, disclosure: 0.5, interest: 0.5, hostility: 0, emotion: null, topics: {} },
    ...given,
  };
}

const FRIEND =
  live(Array.from({ length: 120 }, () => ({ hours: 24, one: newInteraction({ messages: 20, talk: 20 }) }))).at(-1) ??
  NEW_STANDING;

describe('progress', () => {
  it('keeps every number between 0 and 100, and roots below what there is or was', () => {
    fc.assert(
      fc.property(life, (events) => {
        for (const { level, trust, intimacy, roots, tone, openness } of live(events)) {
          for (const one of [level, trust, intimacy, ...Object.values(roots)])
            expect(one >= 0 && one <= 100).toBe(true);
          for (const one of [tone, openness]) expect(one >= 0 && one <= 1).toBe(true);
        }
      }),
    );
  });

  it('never jumps, whatever is said within a day', () => {
    const sameDay = fc
      .array(interaction, { maxLength: 40 })
      .map((events) => events.map(({ one }) => ({ hours: 24 / Math.max(1, events.length), one })));
    fc.assert(
      fc.property(life, sameDay, (before, events) => {
        const from = live(before).at(-1) ?? NEW_STANDING;
        const to = live(events, from).at(-1) ?? from;
        expect(to.level - from.level).toBeLessThan(3.9);
        expect(to.trust - from.trust).toBeLessThan(2.9);
        expect(to.intimacy - from.intimacy).toBeLessThan(3.1);
        expect(from.trust - to.trust).toBeLessThanOrEqual(0.25 * from.trust);
        expect(from.level - to.level).toBeLessThanOrEqual(0.14 * from.level + 0.1);
      }),
    );
  });

  it('is moved by a thousand messages in a day no more than by a long good talk', () => {
    const talk = progress(FRIEND, newInteraction({ at: FRIEND.lastInteractionAt!, messages: 60, talk: 60 }), LATER);
    const flood = progress(
      FRIEND,
      newInteraction({ at: FRIEND.lastInteractionAt!, messages: 1_000, talk: 1_000 }),
      LATER,
    );
    for (const name of NAMES) expect(flood[name] - FRIEND[name]).toBeLessThan((talk[name] - FRIEND[name]) * 1.05);
  });

  it('is the same for a talk in one piece and in many', () => {
    const piece = newInteraction({ messages: 2, talk: 2, begunByThem: false });
    const inPieces = live(Array.from({ length: 20 }, () => ({ hours: 0, one: piece }))).at(-1)!;
    const whole = live([{ hours: 0, one: { ...piece, messages: 40, talk: 40 } }]).at(-1)!;
    for (const name of NAMES) expect(Math.abs(inPieces[name] - whole[name])).toBeLessThan(0.1);
    expect(inPieces.totalInteractions).toBe(whole.totalInteractions);
  });

  it('never leaves friendly talk behind silence', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (events, days, more) => {
        const from = live(events).at(-1)!;
        const start = from.lastInteractionAt?.getTime() ?? START;
        const spoke = progress(
          from,
          newInteraction({ at: new Date(start + days * DAY_MS), warmth: 1, disclosure: 1 }),
          LATER,
        );
        const end = new Date(start + (days + more) * DAY_MS);
        for (const name of NAMES)
          expect(presentOf(spoke, end)[name]).toBeGreaterThanOrEqual(presentOf(from, end)[name] - 1e-9);
      }),
    );
  });

  it('counts what comes late, without moving time back', () => {
    const late = newInteraction({ at: new Date(START) });
    const after = progress(FRIEND, late, LATER);
    expect(after.lastInteractionAt).toEqual(FRIEND.lastInteractionAt);
    expect(after.totalInteractions).toBe(FRIEND.totalInteractions + 10);
    expect(after.level).toBeGreaterThanOrEqual(FRIEND.level);
  });

  it('takes what claims to be from the future as said now', () => {
    const now = new Date(START);
    const after = progress(NEW_STANDING, newInteraction({ at: new Date('2099-01-01T00:00:00Z') }), now);
    expect(after.lastInteractionAt).toEqual(now);
  });
});

describe('presentOf', () => {
  it('lets nothing go within the first week', () => {
    const week = new Date(FRIEND.lastInteractionAt!.getTime() + 7 * DAY_MS);
    expect(presentOf(FRIEND, week)).toMatchObject({ level: FRIEND.level, trust: FRIEND.trust, stage: FRIEND.stage });
  });

  it('only ever takes, and never what is rooted', () => {
    fc.assert(
      fc.property(life, fc.nat(2_000), fc.nat(2_000), (events, one, other) => {
        const standing = live(events).at(-1)!;
        const at = (days: number) => new Date((standing.lastInteractionAt?.getTime() ?? START) + days * DAY_MS);
        const [sooner, later] = [
          presentOf(standing, at(Math.min(one, other))),
          presentOf(standing, at(Math.max(one, other))),
        ];
        for (const name of NAMES) {
          expect(later[name]).toBeLessThanOrEqual(sooner[name]);
          expect(later[name]).toBeGreaterThanOrEqual(Math.min(standing[name], standing.roots[name]) - 1e-9);
        }
      }),
    );
  });

  it('takes intimacy first and trust last', () => {
    const season = presentOf(FRIEND, new Date(FRIEND.lastInteractionAt!.getTime() + 90 * DAY_MS));
    const left = (name: (typeof NAMES)[number]) =>
      (season[name] - FRIEND.roots[name]) / (FRIEND[name] - FRIEND.roots[name]);
    expect(left('intimacy')).toBeLessThan(left('level'));
    expect(left('level')).toBeLessThan(left('trust'));
  });
});

describe('stageOf', () => {
  const now = new Date(START);
  it.each([
    ['a stranger stays one below four', { level: 3.9, trust: 30, intimacy: 0 }, 'stranger', 'stranger'],
    ['four make an acquaintance', { level: 4, trust: 30, intimacy: 0 }, 'stranger', 'acquaintance'],
    ['who stays one a little below', { level: 2.1, trust: 30, intimacy: 0 }, 'acquaintance', 'acquaintance'],
    ['but not far below', { level: 1.9, trust: 30, intimacy: 0 }, 'acquaintance', 'stranger'],
    ['without trust nobody is a friend', { level: 60, trust: 12, intimacy: 40 }, 'stranger', 'acquaintance'],
    ['a friend that is trusted no more', { level: 60, trust: 20, intimacy: 40 }, 'close_friend', 'acquaintance'],
    ['the numbers of a partner alone', { level: 95, trust: 95, intimacy: 95 }, 'intimate', 'intimate'],
    ['a partner keeps being one', { level: 82, trust: 78, intimacy: 78 }, 'partner', 'partner'],
  ] as const)('%s', (_, numbers, before, stage) => {
    expect(stageOf(numbers, before, null, now)).toBe(stage);
  });

  it('makes a partner after sixty days of being very near', () => {
    const numbers = { level: 95, trust: 95, intimacy: 95 };
    const since = highSince(numbers, null, now);
    expect(stageOf(numbers, 'intimate', since, new Date(START + 59 * DAY_MS))).toBe('intimate');
    expect(stageOf(numbers, 'intimate', since, new Date(START + 60 * DAY_MS))).toBe('partner');
    expect(highSince({ ...numbers, trust: 76 }, since, now)).toEqual(since);
    expect(highSince({ ...numbers, trust: 74 }, since, now)).toBeNull();
  });
});
