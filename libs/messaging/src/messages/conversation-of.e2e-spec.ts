import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { Statements } from '#database';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { OutboxGate } from '../outbox/outbox-gate.service.js';
import { OutboxWriter } from '../outbox/outbox-writer.service.js';
import { TurnRouting } from '../turns/turn-routing.service.js';
import { MessageReader } from './message-reader.service.js';

describe('the conversation that a turn is answered from', () => {
  let stage: MessagingStage;
  let number = 34_600_400_000;

  beforeAll(async () => {
    stage = await MessagingStage.open({ BURST_QUIET_MS: '4000', BURST_MAX_MS: '4000' });
    // No job is queued: the test alone makes turns.
    jest.spyOn(stage.part(AgentRouter), 'dispatchMany').mockResolvedValue();
  });

  afterAll(() => stage.close());

  async function turnOf(from: string, text: string): Promise<{ id: string; chatId: string }> {
    await stage.say({ from, text });
    const { id: chatId } = await stage.row<{ id: string }>('SELECT id FROM chats WHERE external_id = $1', [from]);
    await stage.rows(`UPDATE chats SET turn_due_at = now() - interval '1 second' WHERE id = $1`, [chatId]);
    const routed = await stage.part(TurnRouting).route(chatId, () => ({ kind: 'answer', agent: 'nobody' }));
    if (routed.kind !== 'done') throw new Error(`no turn: ${routed.kind}`);
    return { id: routed.turnId, chatId };
  }

  /** An answer that nobody but the test lets through the gate. */
  async function answer(chatId: string, turnId: string): Promise<() => Promise<void>> {
    const [outboxId] = await stage.part(DataSource).transaction(async (manager) => {
      const outgoing = { chatId, turnId, texts: ['first answer'], origin: 'reply' as const, draft: false };
      const { ids } = await stage.part(OutboxWriter).put(manager, outgoing);
      await manager.query(`UPDATE outbox SET not_before = 'infinity' WHERE id = $1`, [ids[0]]);
      // As the desk leaves it: what is said next is a turn of its own.
      await manager.query(`UPDATE turns SET state = 'answered' WHERE id = $1`, [turnId]);
      return ids;
    });
    const { accountId } = stage;
    const { fencing_token: fencingToken } = await stage.row<{ fencing_token: string }>(
      'SELECT fencing_token FROM accounts WHERE id = $1',
      [accountId],
    );
    return async () => {
      const admitted = await stage
        .part(OutboxGate)
        .admit(outboxId ?? '', { accountId, fencingToken, isHeld: () => true });
      if (admitted.kind !== 'admitted') throw new Error(admitted.kind);
    };
  }

  it.each([1, 2, 3])('has the answer before it once, also when that leaves after read %i', async (after) => {
    const from = `${(number += 1)}@c.us`;
    const first = await turnOf(from, 'first question');
    const leave = await answer(first.chatId, first.id);
    const second = await turnOf(from, 'second question');
    const statements = stage.part(Statements);
    const run = statements.run.bind(statements);
    let reads = 0;
    const spy = jest.spyOn(statements, 'run').mockImplementation(async (...parameters) => {
      const rows = await run(...parameters);
      reads += 1;
      if (reads === after) await leave();
      return rows;
    });
    const { earlier, asked } = await stage.part(MessageReader).conversationOf(second.id, second.chatId, 20);
    spy.mockRestore();
    expect(reads).toBeGreaterThanOrEqual(after);
    expect(earlier.map(({ text }) => text)).toEqual(['first question', 'first answer']);
    expect(asked.map(({ text }) => text)).toEqual(['second question']);
  });
});
