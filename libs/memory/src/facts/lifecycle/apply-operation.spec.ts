import { APRIL, at, MARCH, NOW, Told, lives } from '../../../testing/told.js';
import type { ReadOperation } from './known-memory.js';

describe('what is added', () => {
  it.each<[string, Partial<ReadOperation>, string]>([
    ['is used', {}, 'likes coffee active'],
    ['waits below the threshold', { confidence: 0.69 }, 'likes coffee pending below-threshold'],
    ['is used at the threshold', { confidence: 0.7 }, 'likes coffee active'],
    ['waits for approval when it would command us', { instructionLike: true }, 'likes coffee held instruction-like'],
    ['is over when it was over', { validUntil: APRIL }, 'likes coffee closed ended'],
    ['is used while its end is ahead', { validUntil: at('2026-07-01') }, 'likes coffee active'],
  ])('%s', (_, changes, told) => expect(new Told().say(changes).told).toEqual([told]));

  it('keeps numbers and times in bounds', () => {
    const { memories } = new Told().say({
      confidence: 7,
      importance: -3,
      saidAt: at('2030-01-01'),
      validFrom: APRIL,
      validUntil: MARCH,
    });
    expect(memories).toMatchObject([
      { confidence: 1, importance: 1, firstMentionedAt: NOW, validFrom: APRIL, validUntil: null },
    ]);
  });

  it('is never doubted nor ended when the operator writes it', () => {
    expect(new Told().say({ confidence: 0.1, messageIds: [] }, { origin: 'manual' }).told).toEqual([
      'likes coffee active',
    ]);
  });
});

describe('what is said again', () => {
  it('is known better, for each message once', () => {
    const told = new Told().say({ confidence: 0.8 });
    for (const message of ['m2', 'm2', 'm1']) told.say({ confidence: 0.8, messageIds: [message], saidAt: APRIL });
    expect(told.memories).toMatchObject([
      { reinforcementCount: 2, firstMentionedAt: MARCH, lastReinforcedAt: APRIL, sources: ['m1', 'm2'] },
    ]);
    expect(told.of('likes coffee').confidence).toBeCloseTo(0.88);
  });

  it('never becomes certain', () => {
    const told = new Told();
    for (let n = 0; n < 100; n++) told.say({ confidence: 1, messageIds: [`m${n}`] }, { threshold: 0.7 });
    told.say({ wording: 'other', confidence: 0.9, messageIds: ['x'] });
    for (let n = 0; n < 100; n++) told.say({ wording: 'other', confidence: 0.9, messageIds: [`m${n}`] });
    expect(told.of('other').confidence).toBe(0.99);
  });

  it('in other words is the same memory when it is named', () => {
    const told = new Told()
      .say({})
      .say({ kind: 'reinforce', target: 'f1', wording: 'enjoys coffee', messageIds: ['m2'] });
    expect(told.told).toEqual(['likes coffee active']);
    expect(told.of('likes coffee').reinforcementCount).toBe(2);
  });

  it('is confirmed when it was doubtful', () => {
    const told = new Told().say({ confidence: 0.4 }).say({ confidence: 0.4, messageIds: ['m2'] });
    expect(told.told).toEqual(['likes coffee active']);
    expect(told.of('likes coffee').confidence).toBe(0.7);
  });

  it('is not confirmed by the same message', () => {
    expect(new Told().say({ confidence: 0.4 }).say({ confidence: 0.9 }).told).toEqual([
      'likes coffee pending below-threshold',
    ]);
  });

  it('stays held however often it is said', () => {
    const told = new Told().say({ instructionLike: true });
    for (const message of ['m2', 'm3']) told.say({ messageIds: [message] });
    expect(told.told).toEqual(['likes coffee held instruction-like']);
  });

  it('is new when it was over', () => {
    const told = new Told().say(lives('Rome')).say(lives('Oslo', { saidAt: APRIL }));
    told.say(lives('Rome', { saidAt: at('2026-05-01'), messageIds: ['m3'] }));
    expect(told.told).toEqual(['Rome closed contradicted', 'Oslo closed contradicted', 'Rome active']);
  });

  it('is not taken up when it was rejected, unless by the operator', () => {
    const told = new Told().say({ instructionLike: true });
    told.keep([{ ...told.of('likes coffee'), status: 'closed', reason: 'rejected' }]);
    expect(told.say({ messageIds: ['m2'] }).memories).toHaveLength(1);
    expect(told.say({ kind: 'reinforce', target: 'f1', messageIds: ['m2'] }).memories).toHaveLength(1);
    expect(told.say({ messageIds: [] }, { origin: 'manual' }).memories).toHaveLength(2);
  });

  it('brings the dates that were not known, and moves none', () => {
    const told = new Told()
      .say({})
      .say({ messageIds: ['m2'], validFrom: MARCH })
      .say({ messageIds: ['m3'], validFrom: APRIL });
    expect(told.of('likes coffee').validFrom).toEqual(MARCH);
  });
});

describe('what ends', () => {
  const end = (changes: Partial<ReadOperation> = {}): Partial<ReadOperation> => ({
    kind: 'close',
    target: 'f1',
    messageIds: ['m2'],
    saidAt: APRIL,
    ...changes,
  });

  it.each<[string, Partial<ReadOperation>, Partial<ReadOperation>, string]>([
    ['is closed', {}, end(), 'likes coffee closed ended'],
    ['is not closed by doubtful words', {}, end({ confidence: 0.5 }), 'likes coffee active'],
    ['is not closed by a command', {}, end({ instructionLike: true }), 'likes coffee active'],
    ['is not closed by what was said before', { saidAt: APRIL }, end({ saidAt: MARCH }), 'likes coffee active'],
    ['is not closed before its end', {}, end({ validUntil: at('2026-08-01') }), 'likes coffee active'],
    ['is left when the target is unknown', {}, end({ target: 'x' }), 'likes coffee active'],
  ])('%s', (_, first, second, told) => expect(new Told().say(first).say(second).told).toEqual([told]));

  it.each<[string, Partial<ReadOperation>, Date]>([
    ['at the message', {}, APRIL],
    ['at its date', { validUntil: at('2026-03-15') }, at('2026-03-15')],
    ['at its date that is ahead', { validUntil: at('2026-08-01') }, at('2026-08-01')],
  ])('ends %s', (_, changes, until) => {
    expect(new Told().say({}).say(end(changes)).of('likes coffee').validUntil).toEqual(until);
  });

  it('never ends before it began', () => {
    const { validFrom, validUntil } = new Told().say({ validFrom: APRIL }).say(end({ validUntil: MARCH })).memories[0]!;
    expect([validFrom, validUntil]).toEqual([APRIL, APRIL]);
  });
});
