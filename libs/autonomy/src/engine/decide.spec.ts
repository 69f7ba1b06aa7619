import { NOON, ToldGroup } from '../../testing/told-group.js';
import { explain } from './explain.js';
import { mayAnswer } from './may-answer.js';

const ADDRESSED = { kind: 'message', at: NOON, member: 1, toUs: true } as const;

describe('decide', () => {
  it('says in words what an action rests on', () => {
    const decision = new ToldGroup().own().minutes(10).talk(15).decide('bubbly');
    expect(explain(decision, 'bubbly')).toEqual([
      'mood bubbly: impulsiveness 0.8, 0.5 needed',
      '15 messages since its last appearance, 5 needed (mood bubbly)',
      expect.stringMatching(/^momentum [\d.]+, 4 needed$/),
      'its last appearance 15 min ago, 5 min needed',
      '3 people writing, 2 needed',
      'the last message 0 s ago, at most 60 s',
    ]);
  });

  it('says in words what each action waits for', () => {
    const decision = new ToldGroup().own().talk(4).decide('shy');
    expect(explain(decision, 'shy')).toEqual([
      'engage_user waits: mood shy: sociability 0.2, 0.5 needed',
      'join_conversation waits: mood shy: impulsiveness 0.2, 0.5 needed',
      'fomo_response waits: its last appearance 80 s ago, 90 min needed',
      'share_content waits: mood shy does not share things',
      'break_silence waits: quiet for 0 s, 4 h needed (mood shy)',
    ]);
    expect(decision.score).toBeGreaterThan(0);
    expect(decision.score).toBeLessThan(1);
  });

  it('is sooner where it is welcome and later where it is not', () => {
    const told = (sentiment: number): ToldGroup => {
      const group = new ToldGroup().own().minutes(15);
      for (let each = 0; each < 8; each += 1)
        group.event({ kind: 'reaction', at: group.now, member: 1, toUs: true, sentiment });
      return group.talk(14);
    };
    expect(told(1).decide('neutral').action).toBe('join_conversation');
    expect(told(0).decide('neutral').action).toBeNull();
    expect(told(-1).talk(4).decide('neutral').action).toBeNull();
    expect(told(0).talk(4).decide('neutral').action).toBe('join_conversation');
  });

  it('is sooner when the talk is about what it likes, without keeping a word', () => {
    const told = (token: number): ToldGroup =>
      new ToldGroup()
        .with({ interests: [0xabcd1234] })
        .own()
        .minutes(15)
        .talk(13, 3, { tokens: [token] });
    expect(told(0xabcd1234).decide('neutral').action).toBe('join_conversation');
    expect(told(0x12ff5678).decide('neutral').action).toBeNull();
  });

  it('turns sooner to whom it knows well', () => {
    const told = (addressed: number): ToldGroup => {
      const group = new ToldGroup();
      for (let each = 0; each < addressed; each += 1) group.message({ member: 9, toUs: true });
      group.own(null).minutes(35);
      return group.event({ kind: 'activity', at: group.now, member: 9 });
    };
    expect(told(10).decide('neutral')).toMatchObject({ action: 'engage_user', member: 9 });
    expect(told(0).decide('neutral').action).toBeNull();
  });

  it('waits longer the more often it was ignored, until somebody turns to it', () => {
    const told = new ToldGroup();
    for (let each = 0; each < 6; each += 1) told.minutes(70).own();
    told.talk(60);
    expect(told.decide('neutral').reasons.map(({ name }) => name)).toContain('pause');
    expect(told.message({ toUs: true }).decide('neutral').action).toBe('join_conversation');
  });
});

describe('mayAnswer', () => {
  const group = (): ToldGroup => new ToldGroup();

  it.each([
    ['who addresses it is answered', group(), ADDRESSED, 'answer'],
    ['who does not, is not', group(), { ...ADDRESSED, toUs: false }, 'not-addressed'],
    ['over all caps on actions', group().with({ actionsPerHour: 0 }), ADDRESSED, 'answer'],
    ['in a directed exchange', group().message({ toMember: 2 }), ADDRESSED, 'answer'],
    [
      'when the group asked for silence',
      group().event({ kind: 'silence', at: NOON, until: NOON + 60 }),
      ADDRESSED,
      'answer',
    ],
    ['but not in a muted group', group().with({ muted: true }), ADDRESSED, 'muted'],
    ['nor another bot', group(), { ...ADDRESSED, fromBot: true }, 'from-bot'],
  ] as const)('%s', (_, told, message, verdict) => {
    expect(mayAnswer(told.state, message, told.settings, told.now)).toBe(verdict);
  });

  it('ends a loop with a bot that does not say it is one, and lets people go on', () => {
    const told = group();
    let answers = 0;
    for (let second = 0; second < 3_600; second += 10) {
      if (mayAnswer(told.state, ADDRESSED, told.settings, NOON + second) !== 'answer') continue;
      told.event({ kind: 'own', at: NOON + second, action: null });
      answers += 1;
    }
    expect(answers).toBeLessThanOrEqual(told.settings.answersAtOnce + told.settings.answersPerHour);
    expect(answers).toBeGreaterThan(told.settings.answersPerHour);
  });
});
