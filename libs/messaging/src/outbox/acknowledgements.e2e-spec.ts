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
    expect(await stage.rows('SELECT ack FROM messages WHERE external_id = $1', [messageId])).toEqual([{ ack }]);
  });
});
