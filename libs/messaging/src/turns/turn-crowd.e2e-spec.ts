import { jest } from '@jest/globals';

import { AgentRouter } from '#agents';
import { DataKeys } from '#security';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { TurnRouting } from './turn-routing.service.js';

/** More than there are connections. */
const CHATS = 30;

describe('turns of many people at once', () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open({ BURST_QUIET_MS: '0', BURST_MAX_MS: '0', DATABASE_POOL_SIZE: '5' });
    jest.spyOn(stage.part(AgentRouter), 'dispatchMany').mockResolvedValue();
  });

  afterAll(() => stage.close());

  it('are made with the connections that there are: none holds one and waits for another', async () => {
    const find = jest.spyOn(stage.part(DataKeys), 'find');
    for (let nth = 0; nth < CHATS; nth++) {
      const from = `3460000040${nth}@c.us`;
      await stage.say({ from, sender: { id: from } });
    }
    await stage.rows(`UPDATE chats SET turn_due_at = now() - interval '1 second'`);
    const chats = await stage.rows<{ id: string }>('SELECT id FROM chats');
    find.mockClear();
    const routed = await Promise.all(
      chats.map(({ id }) => stage.part(TurnRouting).route(id, () => ({ kind: 'skip', reason: 'test' }))),
    );
    expect(routed.map(({ kind }) => kind)).toEqual(chats.map(() => 'done'));
    expect(find.mock.calls).toHaveLength(CHATS);
    for (const [, manager] of find.mock.calls) expect(manager).toBeDefined();
  }, 60_000);
});
