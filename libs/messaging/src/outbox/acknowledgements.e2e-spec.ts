import type { Ack } from '#whatsapp';

import { OutboxStage } from '../../testing/outbox-stage.js';
import type { OutboxState } from './outbox.entity.js';
import { OutboxSettlement } from './outbox-settlement.service.js';

describe('what the acks of a sent message make of it', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open();
  });

  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each<{
    readonly acks: readonly Ack[];
    readonly state: OutboxState;
    readonly reason: string | null;
    readonly ack: Ack;
  }>([
    { acks: [2, 3], state: 'sent', reason: null, ack: 3 },
    { acks: [3, 1, 2], state: 'sent', reason: null, ack: 3 },
    { acks: [1, -1], state: 'failed', reason: 'undelivered', ack: -1 },
    { acks: [-1, 1], state: 'failed', reason: 'undelivered', ack: -1 },
    { acks: [-1, 2], state: 'sent', reason: null, ack: 2 },
    { acks: [2, -1], state: 'sent', reason: null, ack: 2 },
  ])('$acks: $state, $ack', async ({ acks, state, reason, ack }) => {
    const [id] = await stage.queue(await stage.friend(), ['hello']);
    await stage.send();
    const { message_id: messageId } = await stage.find(id);
    for (const one of acks) await stage.part(OutboxSettlement).acknowledge(messageId, one, new Date());
    expect(await stage.find(id)).toMatchObject({ state, reason });
    expect(await ackOf(messageId)).toEqual([{ ack }]);
  });

  it.each<{
    readonly acks: readonly Ack[];
    readonly told: Ack;
    readonly state: OutboxState;
    readonly reason: string | null;
    readonly ack: Ack;
  }>([
    { acks: [-1], told: 1, state: 'failed', reason: 'undelivered', ack: -1 },
    { acks: [-1, 1], told: 1, state: 'failed', reason: 'undelivered', ack: -1 },
    { acks: [1, -1], told: 1, state: 'failed', reason: 'undelivered', ack: -1 },
    { acks: [-1], told: 2, state: 'sent', reason: null, ack: 2 },
    { acks: [-1, 2], told: 1, state: 'sent', reason: null, ack: 2 },
    { acks: [2, -1], told: 1, state: 'sent', reason: null, ack: 2 },
  ])('$acks while it is being sent, then $told: $state, $ack', async ({ acks, told, state, reason, ack }) => {
    const { outboxId, messageId } = await admitted();
    for (const one of acks) await stage.part(OutboxSettlement).acknowledge(messageId, one, new Date());
    await settle(outboxId, told);
    expect(await stage.find(outboxId)).toMatchObject({ state, reason });
    expect(await ackOf(messageId)).toEqual([{ ack }]);
  });

  it('count for their own try only: the next one begins anew', async () => {
    const { outboxId, messageId } = await admitted();
    const settlement = stage.part(OutboxSettlement);
    await settlement.acknowledge(messageId, -1, new Date());
    await settlement.settle({ outboxId, attempts: 1 }, { kind: 'again' }, stage.owner);
    await stage.pass(10_000);
    expect(await stage.admit(outboxId)).toMatchObject({ kind: 'admitted' });
    await settle(outboxId, 1);
    expect(await stage.find(outboxId)).toMatchObject({ state: 'sent', reason: null });
    expect(await ackOf(messageId)).toEqual([{ ack: 1 }]);
  });

  const ackOf = (messageId: string): Promise<unknown[]> =>
    stage.rows('SELECT ack FROM messages WHERE external_id = $1', [messageId]);

  const settle = (outboxId: string, ack: Ack): Promise<void> =>
    stage.part(OutboxSettlement).settle({ outboxId, attempts: 1 }, { kind: 'sent', ack }, stage.owner);

  /** A message that has passed the gate, and has not been settled. */
  async function admitted(): Promise<{ readonly outboxId: string; readonly messageId: string }> {
    const [outboxId = ''] = await stage.queue(await stage.friend(), ['hello']);
    expect(await stage.admit(outboxId)).toMatchObject({ kind: 'admitted' });
    const { message_id: messageId } = await stage.find(outboxId);
    return { outboxId, messageId };
  }
});
