import { NOW, hoursAgo, inHours, newMemory, newPerson, type GivenPerson } from '../../testing/new-person.js';
import { newPolicy } from '../../testing/new-policy.js';
import type { KnownPerson } from '../people/known-person.js';
import { lookAt } from './look-at.js';

function known(given: GivenPerson = {}, usedMoments: readonly string[] = []): KnownPerson {
  return { ...newPerson(given), characterId: 'character', zonesFrom: 'number', usedMoments };
}

const codes = (reasons: readonly { code: string }[]): string[] => reasons.map(({ code }) => code);

describe('lookAt', () => {
  it('plans within the hours ahead, and says why', () => {
    const look = lookAt(known(), newPolicy({ scheduleAdvanceHours: 8 }), NOW);
    expect(look.plan).toMatchObject({
      ...{ contactId: 'contact', chatId: 'chat', accountId: 'account', characterId: 'character' },
      ...{ stage: 'close_friend', mode: 'automatic', moment: null, experiment: null },
    });
    expect(look.plan!.dueAt.getTime()).toBeGreaterThanOrEqual(NOW.getTime());
    expect(look.plan!.dueAt <= inHours(8)).toBe(true);
    expect(look.plan!.expiresAt > look.plan!.dueAt).toBe(true);
    expect(codes(look.reasons)).toEqual(expect.arrayContaining(['relationship', 'silent']));
  });

  it('does not write to whom it may not', () => {
    const look = lookAt(known({ chat: { optedOut: true } }), newPolicy(), NOW);
    expect(look).toMatchObject({ plan: null, outcome: { kind: 'refused', lookAgainAt: null } });
    expect(codes(look.reasons)).toEqual(['opted-out']);
  });

  it('waits for a moment that lies beyond PROACTIVE_SCHEDULE_ADVANCE_HOURS', () => {
    const late = new Date('2026-05-06T20:30:00Z');
    const look = lookAt(known({ lastHeardAt: hoursAgo(60), lastWrittenAt: hoursAgo(60) }), newPolicy(), late);
    expect(look).toMatchObject({ plan: null, outcome: { kind: 'later' } });
    expect(codes(look.reasons)[0]).toBe('not-yet');
    expect(lookAt(known(), newPolicy({ scheduleAdvanceHours: 24 }), late).plan).not.toBeNull();
  });

  it('keeps to the hour that a variant asks for', () => {
    const policy = newPolicy({ scheduleAdvanceHours: 24 });
    const evening = lookAt(known(), policy, NOW, { variants: { timing: 'evening' }, experiment: { one: 'b' } });
    expect(evening.plan!.experiment).toEqual({ one: 'b' });
    expect(evening.plan!.dueAt.getUTCHours()).toBeGreaterThanOrEqual(16);
    const morning = lookAt(known(), policy, NOW, { variants: { timing: 'morning' } });
    expect(morning.plan!.dueAt.getUTCHours()).toBeLessThan(11);
  });

  it('takes the type that a variant asks for, when its time has come', () => {
    const typeFor = (type: string) =>
      lookAt(known(), newPolicy({ scheduleAdvanceHours: 8 }), NOW, { variants: { type } }).plan!.type;
    expect(typeFor('topic_suggestion')).toBe('topic_suggestion');
    expect(typeFor('emotional_support')).toBe('check_in');
  });

  it('speaks of one day once', () => {
    const exam = newMemory({ category: 'event', validFrom: new Date('2026-05-06T00:00:00Z') });
    const first = lookAt(known({ memories: [exam] }), newPolicy({ scheduleAdvanceHours: 12 }), NOW).plan!;
    expect(first).toMatchObject({ type: 'memory_reminder', memoryIds: ['memory'] });
    expect(first.moment).toContain('2026-05-06');
    const again = lookAt(known({ memories: [exam] }, [first.moment!]), newPolicy({ scheduleAdvanceHours: 12 }), NOW);
    expect(again.plan?.moment ?? null).toBeNull();
  });

  it('takes the time that an operator wants, outside the quiet hours only', () => {
    const at = inHours(1);
    expect(lookAt(known(), newPolicy(), NOW, { at }).plan!.dueAt).toEqual(at);
    const night = lookAt(known(), newPolicy({ scheduleAdvanceHours: 24 }), NOW, { at: inHours(11) });
    expect(codes(night.reasons)[0]).toBe('no-common-hour');
  });

  it('plans nothing for a time at which the moment that it is about is over', () => {
    const exam = newMemory({ category: 'event', validFrom: new Date('2026-05-05T00:00:00Z') });
    const policy = newPolicy({ scheduleAdvanceHours: 48 });
    const late = new Date('2026-05-05T12:00:00Z');
    const wish = (at: string) => lookAt(known({ memories: [exam] }), policy, late, { at: new Date(at) });
    expect(wish('2026-05-05T18:00:00Z').plan).toMatchObject({ type: 'memory_reminder' });
    expect(wish('2026-05-06T14:00:00Z').plan).toBeNull();
  });

  it('says when no type suits', () => {
    const look = lookAt(known({ stage: 'friend' }), newPolicy(), NOW, { type: 'emotional_support' });
    expect(look).toMatchObject({ plan: null, type: 'emotional_support', outcome: { kind: 'nothing' } });
    expect(codes(look.reasons)[0]).toBe('no-type');
  });
});
