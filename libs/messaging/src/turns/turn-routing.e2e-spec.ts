import { jest } from '@jest/globals';

import { AgentRouter } from '#agents';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { TurnRouting } from './turn-routing.service.js';
import type { TurnChat, WaitingMessage } from './turn-context.js';

const FROM = '34600000001@c.us';

describe('TurnRouting', () => {
  let stage: MessagingStage;
  let chatId: string;

  beforeAll(async () => {
    stage = await MessagingStage.open({ BURST_QUIET_MS: '4000', BURST_MAX_MS: '4000' });
    // No job is queued: the test alone says when a turn is due, and takes it.
    jest.spyOn(stage.part(AgentRouter), 'dispatchMany').mockResolvedValue();
    await stage.say({ from: FROM, sender: { id: FROM, phone: '+34600000002' }, sentAt: new Date(0) });
    ({ id: chatId } = await stage.row<{ id: string }>('SELECT id FROM chats'));
  });

  afterAll(() => stage.close());

  /** Routes what waits, and answers what the decision saw. */
  async function route(): Promise<{ chat?: TurnChat; waiting: readonly WaitingMessage[] }> {
    let seen: { chat?: TurnChat; waiting: readonly WaitingMessage[] } = { waiting: [] };
    await stage.part(TurnRouting).route(chatId, (chat, waiting) => {
      seen = { chat, waiting };
      return { kind: 'skip', reason: 'test' };
    });
    return seen;
  }
  const due = () => stage.rows(`UPDATE chats SET turn_due_at = now() - interval '1 second' WHERE id = $1`, [chatId]);
  const dueAt = async () =>
    (await stage.row<{ turn_due_at: Date | null }>('SELECT turn_due_at FROM chats')).turn_due_at;

  it('shows all phones of the contact', async () => {
    await stage.say({ from: FROM });
    await due();
    expect((await route()).chat?.phones.toSorted()).toEqual(['34600000001', '34600000002']);
  });

  it('does not route what was deleted before', async () => {
    const gone = await stage.say({ from: FROM, text: 'oops' });
    await stage.say({ from: FROM, text: 'hello' });
    await stage.take({ type: 'revoke', chatId: FROM, id: gone, at: new Date() });
    await due();
    expect((await route()).waiting.map(({ text }) => text)).toEqual(['hello']);
    const sql = 'SELECT route, route_reason, turn_id FROM messages WHERE external_id = $1';
    expect(await stage.row(sql, [gone])).toEqual({ route: 'skipped', route_reason: 'revoked', turn_id: null });
  });

  it('makes no turn when nothing is left', async () => {
    const gone = await stage.say({ from: FROM, text: 'oops' });
    await stage.take({ type: 'revoke', chatId: FROM, id: gone, at: new Date() });
    await due();
    const before = await stage.rows('SELECT 1 FROM turns');
    expect((await route()).waiting).toEqual([]);
    expect(await stage.rows('SELECT 1 FROM turns')).toHaveLength(before.length);
    expect(await dueAt()).toBeNull();
  });

  it('leaves what is beyond 200 messages to the next turn, which is due at once', async () => {
    await Promise.all(Array.from({ length: 230 }, (_, index) => stage.say({ from: FROM, text: `message ${index}` })));
    await due();
    expect((await route()).waiting).toHaveLength(200);
    expect(await dueAt()).not.toBeNull();
    expect((await route()).waiting).toHaveLength(30);
    expect(await dueAt()).toBeNull();
  });

  it('has what is said by code said, and what must be looked at besides looked at', async () => {
    const stop = await stage.say({ from: FROM, text: 'STOP' });
    await due();
    const duty = { kind: 'answer', agent: 'nobody', only: 'duty', reason: 'opted-out', maySpeak: false } as const;
    const routed = await stage
      .part(TurnRouting)
      .route(chatId, () => ({ kind: 'say', text: 'goodbye', reason: 'stop', besides: duty }));
    expect(routed).toMatchObject({ kind: 'done', wakes: 'nobody' });
    const turns = await stage.rows<{ id: string }>(
      'SELECT id, agent, state, reason, duty FROM turns ORDER BY position DESC LIMIT 2',
    );
    const said = { id: expect.any(String), agent: 'orchestrator', state: 'answered', reason: 'stop', duty: null };
    const seen = { id: expect.any(String), agent: 'nobody', state: 'pending', reason: 'opted-out', duty: 'watch' };
    expect(turns).toEqual([seen, said]);
    const sql = 'SELECT route, route_reason, turn_id FROM messages WHERE external_id = $1';
    expect(await stage.row(sql, [stop])).toEqual({
      ...{ route: 'skipped', route_reason: 'opted-out', turn_id: turns[0]?.id },
    });
    expect(await stage.rows('SELECT origin, part FROM outbox WHERE turn_id = $1', [turns[1]?.id])).toEqual([
      { origin: 'command', part: 0 },
    ]);
    expect(await dueAt()).toBeNull();
  });
});
