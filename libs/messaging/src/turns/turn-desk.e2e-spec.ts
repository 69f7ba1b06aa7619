import { jest } from '@jest/globals';

import { AgentRouter } from '#agents';
import { Transactions } from '#database';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { OutboxWriter } from '../outbox/outbox-writer.service.js';
import type { ClaimedTurn } from './claimed-turn.js';
import { TurnDesk } from './turn-desk.service.js';
import { TurnRouting } from './turn-routing.service.js';

const AGENT = 'nobody';

/** A worker that was held up may hand in its answer after another has taken the turn. */
describe('a turn that two workers have answered (promise 3)', () => {
  let stage: MessagingStage;
  let phones = 0;

  beforeAll(async () => {
    stage = await MessagingStage.open({ BURST_QUIET_MS: '0', BURST_MAX_MS: '0' });
    // No job is queued: the test alone routes and answers.
    jest.spyOn(stage.part(AgentRouter), 'dispatchMany').mockResolvedValue();
  });

  afterAll(() => stage.close());

  /** A turn of a chat of its own that waits for an answer. */
  async function newTurn(): Promise<{ readonly turn: ClaimedTurn; readonly turnId: string; readonly chatId: string }> {
    const from = `346000001${String((phones += 1)).padStart(2, '0')}@c.us`;
    await stage.say({ from, sender: { id: from } });
    const { id: chatId } = await stage.row<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [from]);
    await stage.rows(`UPDATE chats SET turn_due_at = now() - interval '1 second' WHERE id = $1`, [chatId]);
    const routed = await stage.part(TurnRouting).route(chatId, () => ({ kind: 'answer', agent: AGENT }));
    if (routed.kind !== 'done') throw new Error(`the turn is ${routed.kind}`);
    const turn = await stage.part(TurnDesk).claim(AGENT, chatId);
    if (!turn) throw new Error('the turn cannot be claimed');
    return { turn, turnId: routed.turnId, chatId };
  }
  const answer = (turn: ClaimedTurn, ...texts: string[]) =>
    stage.part(TurnDesk).answer(turn, { texts, defaultMode: 'draft' });
  const written = (turnId: string) => stage.rows('SELECT part, message_id FROM outbox WHERE turn_id = $1', [turnId]);

  it('has the first answer only, also when the second one has more parts', async () => {
    const { turn, turnId } = await newTurn();
    expect(await answer(turn, 'first')).toBe('answered');
    const first = await written(turnId);
    expect(first).toHaveLength(1);
    expect(await answer(turn, 'second', 'and more')).toBe('gone');
    expect(await written(turnId)).toEqual(first);
  });

  it('has one answer when both hand it in at once', async () => {
    const { turn, turnId } = await newTurn();
    const answered = await Promise.all(Array.from({ length: 5 }, (_, worker) => answer(turn, `answer ${worker}`)));
    expect(answered.filter((outcome) => outcome === 'answered')).toHaveLength(1);
    expect(await written(turnId)).toHaveLength(1);
  });

  it('has no answer after it was given up, and keeps the reason', async () => {
    const { turn, turnId } = await newTurn();
    await stage.part(TurnDesk).silence(turn, 'llm.unauthorized');
    expect(await answer(turn, 'too late')).toBe('gone');
    expect(await written(turnId)).toEqual([]);
    expect(await stage.row('SELECT state, reason FROM turns WHERE id = $1', [turnId])).toEqual({
      state: 'silent',
      reason: 'llm.unauthorized',
    });
  });

  it('is held to one row a part by the outbox itself', async () => {
    const { turnId, chatId } = await newTurn();
    const put = () =>
      stage
        .part(Transactions)
        .run((manager) =>
          stage.part(OutboxWriter).put(manager, { chatId, turnId, texts: ['an answer'], origin: 'reply', draft: true }),
        );
    expect((await put()).ids).toHaveLength(1);
    expect((await put()).ids).toEqual([]);
    expect(await written(turnId)).toHaveLength(1);
  });
});
