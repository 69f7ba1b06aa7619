import { APRIL, at, MARCH, NOW, Told, lives } from '../../../testing/told.js';
import type { ReadOperation } from './known-memory.js';

describe('what contradicts', () => {
  const contradict = (wording: string, changes: Partial<ReadOperation> = {}): Partial<ReadOperation> => ({
    kind: 'contradict',
    target: 'f1',
    wording,
    messageIds: ['m2'],
    saidAt: APRIL,
    ...changes,
  });

  it.each<[string, Partial<ReadOperation>, Partial<ReadOperation>, string[]]>([
    [
      'closes what it contradicts',
      {},
      contradict('hates coffee'),
      ['likes coffee closed contradicted', 'hates coffee active'],
    ],
    [
      'closes nothing while it is doubtful',
      {},
      contradict('hates coffee', { confidence: 0.5 }),
      ['likes coffee active', 'hates coffee pending below-threshold'],
    ],
    [
      'closes nothing when it would command us',
      {},
      contradict('hates coffee', { instructionLike: true }),
      ['likes coffee active', 'hates coffee held instruction-like'],
    ],
    [
      'is born closed when it was said before',
      { saidAt: APRIL },
      contradict('hates coffee', { saidAt: MARCH }),
      ['likes coffee active', 'hates coffee closed late'],
    ],
    [
      'is born closed when it is of an older time',
      { validFrom: at('2015-01-01') },
      contradict('hated coffee', { validFrom: at('2010-01-01') }),
      ['likes coffee active', 'hated coffee closed late'],
    ],
    [
      'corrects when only it has a date',
      {},
      contradict('hates coffee', { validFrom: at('2010-01-01') }),
      ['likes coffee closed contradicted', 'hates coffee active'],
    ],
    [
      'ends nothing when it is over itself',
      {},
      contradict('hated coffee', { validUntil: at('2020-01-01') }),
      ['likes coffee active', 'hated coffee closed ended'],
    ],
    [
      'is just new when its target is not there',
      {},
      contradict('hates coffee', { target: 'gone' }),
      ['likes coffee active', 'hates coffee active'],
    ],
    [
      'closes what waited',
      { confidence: 0.4 },
      contradict('hates coffee'),
      ['likes coffee closed contradicted', 'hates coffee active'],
    ],
  ])('%s', (_, first, second, told) => expect(new Told().say(first).say(second).told).toEqual(told));

  it('links both and ends one where the other begins', () => {
    const told = new Told()
      .say({ validFrom: at('2020-01-01') })
      .say(contradict('hates coffee', { validFrom: at('2026-03-20') }));
    expect(told.memories).toMatchObject([
      { id: 'f1', validUntil: at('2026-03-20'), knownUntil: NOW, replacedById: 'f2' },
      { id: 'f2', validFrom: at('2026-03-20'), knownUntil: null, replacesId: 'f1' },
    ]);
  });

  it('ends it at the message when it has no date', () => {
    expect(new Told().say({}).say(contradict('hates coffee')).of('likes coffee').validUntil).toEqual(APRIL);
  });

  it('closes what it contradicts when it is confirmed', () => {
    const told = new Told().say({}).say(contradict('hates coffee', { confidence: 0.5 }));
    told.say({ wording: 'hates coffee', messageIds: ['m3'], saidAt: APRIL });
    expect(told.told).toEqual(['likes coffee closed contradicted', 'hates coffee active']);
  });

  it('closes what it contradicts when it is approved, once', () => {
    const told = new Told()
      .say({})
      .say(contradict('hates coffee', { instructionLike: true }))
      .approve('f2');
    expect(told.told).toEqual(['likes coffee closed contradicted', 'hates coffee active']);
    expect(told.approve('f2').approve('f1').told).toEqual(['likes coffee closed contradicted', 'hates coffee active']);
  });

  it('closes it also when it was known beside it', () => {
    const told = new Told()
      .say({})
      .say({ wording: 'hates coffee', messageIds: ['m2'] })
      .say(contradict('hates coffee', { messageIds: ['m3'] }));
    expect(told.told).toEqual(['likes coffee closed contradicted', 'hates coffee active']);
  });
});

describe('what only one can be true of', () => {
  it.each<[string, Partial<ReadOperation>[], string[]]>([
    [
      'the later one ends the other',
      [lives('Rome'), lives('Oslo', { saidAt: APRIL })],
      ['Rome closed contradicted', 'Oslo active'],
    ],
    ['a late message does not', [lives('Rome', { saidAt: APRIL }), lives('Oslo')], ['Rome active', 'Oslo closed late']],
    [
      'an older time does not',
      [lives('Rome', { validFrom: at('2015-01-01') }), lives('Oslo', { validFrom: at('2010-01-01'), saidAt: APRIL })],
      ['Rome active', 'Oslo closed late'],
    ],
    [
      'a finished time does not',
      [lives('Rome'), lives('Oslo', { validUntil: at('2019-01-01'), saidAt: APRIL })],
      ['Rome active', 'Oslo closed ended'],
    ],
    [
      'a doubtful one waits',
      [lives('Rome'), lives('Oslo', { saidAt: APRIL, confidence: 0.3 })],
      ['Rome active', 'Oslo pending below-threshold'],
    ],
    [
      'one that is ahead stands beside it',
      [lives('Rome'), lives('Oslo', { validFrom: at('2026-09-01'), saidAt: APRIL })],
      ['Rome active', 'Oslo active'],
    ],
    [
      'another topic does not',
      [lives('Rome'), lives('Oslo', { topic: 'works', saidAt: APRIL })],
      ['Rome active', 'Oslo active'],
    ],
    [
      'things of which many are true do not',
      [lives('cats', { single: false }), lives('dogs', { single: false })],
      ['cats active', 'dogs active'],
    ],
  ])('%s', (_, said, told) => {
    expect(said.reduce((memory, operation) => memory.say(operation), new Told()).told).toEqual(told);
  });

  it('lets a late one end where the other begins', () => {
    const told = new Told()
      .say(lives('Rome', { validFrom: at('2015-01-01') }))
      .say(lives('Oslo', { validFrom: at('2010-01-01') }));
    expect(told.of('Oslo')).toMatchObject({
      validFrom: at('2010-01-01'),
      validUntil: at('2015-01-01'),
      knownUntil: NOW,
    });
  });
});
