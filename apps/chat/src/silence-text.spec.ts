import type { Silence, TurnView } from './read-silence.js';
import { silenceText } from './silence-text.js';

const PHONE = '+34600000001';
const routed = { route: 'turn', route_reason: null };
const skipped = (route_reason: string): Silence['message'] => ({ route: 'skipped', route_reason });
const newTurn = (overrides: Partial<TurnView> = {}): TurnView => ({
  state: 'pending',
  reason: null,
  attempts: 1,
  outbox: [],
  ...overrides,
});
const answered = (state: string, reason: string | null = null): TurnView =>
  newTurn({
    state: 'answered',
    outbox: [
      { id: 'o1', state: 'sent', reason: null },
      { id: 'o2', state, reason },
    ],
  });
const silent = (reason: string): TurnView => newTurn({ state: 'silent', reason });

describe('silenceText', () => {
  it.each<[string, Partial<Silence>, RegExp]>([
    ['not stored', { message: null }, /not received/],
    ['waiting', { message: { route: 'pending', route_reason: null } }, /waits for its turn/],
    ['opted out', { message: skipped('opted-out') }, /START/],
    ['taken over', { message: skipped('human-takeover') }, /chats\/\+34600000001 \{"taken_over_until":null\}/],
    ['paused', { message: skipped('paused') }, /"reply_mode":"auto"/],
    ['not on the list', { message: skipped('not-on-allow-list') }, /ALLOW_LIST/],
    ['talks to itself', { message: skipped('loop-guard') }, /LOOP_GUARD_REPLIES_PER_MINUTE/],
    ['late', { message: skipped('stale') }, /STALE_AFTER_MINUTES/],
    ['another reason', { message: skipped('never-answered:group') }, /never-answered:group/],
    ['at work', { turn: newTurn() }, /still being made/],
    ['tried again', { turn: newTurn({ attempts: 2 }) }, /model has failed.*log/],
    ['the model is down', { turn: newTurn(), model: { status: 'degraded' } }, /model has failed/],
    ['a wrong key', { turn: silent('llm.unauthorized') }, /ANTHROPIC_API_KEY/],
    ['declined', { turn: silent('refused') }, /declined/],
    ['given up', { turn: silent('llm.timeout') }, /given up \(llm\.timeout\)/],
    ['a draft', { turn: answered('draft') }, /draft mode.*outbox\/o2\/approve/],
    ['a cap', { turn: answered('queued', 'daily-cap') }, /DAILY_CAP_PER_CHAT/],
    ['held', { turn: answered('queued', 'gap') }, /waits to be sent \(gap\)/],
    ['dropped', { turn: answered('dropped', 'human-takeover') }, /owner wrote/],
    ['failed', { turn: answered('failed', 'too-many-tries') }, /too-many-tries/],
    ['unknown', { turn: answered('unknown') }, /not known/],
    ['under way', { turn: answered('sent') }, /was sent/],
  ])('%s', (_, silence, says) => {
    const text = silenceText({ message: routed, turn: null, model: { status: 'up' }, ...silence }, PHONE);
    expect(text).toMatch(says);
    expect(text).not.toContain('\n');
  });
});
