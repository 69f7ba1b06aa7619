import { waitFor } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';

/** `OUTAGES=50 OUTAGE_MESSAGES=100` is the full size. */
const OUTAGES = Number(process.env.OUTAGES ?? 4);
const MESSAGES = Number(process.env.OUTAGE_MESSAGES ?? 20);
const CHATS = 10;
const STALE_MS = 2 * 3_600_000;

describe(`${OUTAGES} outages of ${MESSAGES} messages each (promise 2)`, () => {
  let stage: MessagingStage;

  beforeAll(async () => {
    // Nothing but age keeps an answer back.
    stage = await MessagingStage.open({ LOOP_GUARD_REPLIES_PER_MINUTE: '100000', DAILY_CAP_PER_CHAT: '100000' });
  });

  afterAll(() => stage.close());

  const line = (change: 'connect' | 'disconnect'): Promise<Response> =>
    stage.app.request(`/api/simulator/${change}`, { method: 'POST' });
  const account = async (state: string): Promise<void> => {
    await waitFor(
      async () =>
        (await stage.row<{ status: string }>(`SELECT status FROM accounts WHERE connector <> 'web'`)).status === state,
      {
        what: `the account to be ${state}`,
      },
    );
  };

  it(
    'leave nothing missing, answer nothing stale, and nothing twice',
    async () => {
      const said: string[] = [];
      for (let outage = 0; outage < OUTAGES; outage += 1) {
        await line('disconnect');
        await account('RECONNECTING');
        for (let index = 0; index < MESSAGES; index += 1) {
          const phone = stage.app.phone(`+3460005${String(index % CHATS).padStart(4, '0')}`);
          // Every second chat has only what is too old to be answered.
          const sentAt = index % 2 === 0 ? new Date() : new Date(Date.now() - STALE_MS);
          said.push((await phone.say(`outage ${outage}, message ${index}`, { sentAt })).id);
        }
        await line('connect');
        await account('READY');
        await stage.app.drained(60_000);
      }
      const missing = await stage.rows(
        `SELECT id FROM unnest($1::text[]) AS said (id)
         WHERE (SELECT count(*) FROM messages WHERE external_id = said.id) <> 1`,
        [said],
      );
      expect(missing).toEqual([]);
      const stale = await stage.row<{ count: number; answered: number }>(
        `SELECT count(*)::integer AS count, count(turn_id)::integer AS answered FROM messages
         WHERE author = 'contact' AND route_reason = 'stale'`,
      );
      expect(stale).toEqual({ count: said.length / 2, answered: 0 });
      const answers = await stage.rows<{ chat: string; turns: number; answers: number; arrived: number }>(
        `SELECT chats.external_id AS chat, count(DISTINCT turns.id)::integer AS turns,
           count(DISTINCT outbox.message_id)::integer AS answers, count(DISTINCT simulator_deliveries.message_id)::integer AS arrived
         FROM chats LEFT JOIN turns ON turns.chat_id = chats.id LEFT JOIN outbox ON outbox.turn_id = turns.id
           LEFT JOIN simulator_deliveries ON simulator_deliveries.message_id = outbox.message_id
         GROUP BY chats.id`,
      );
      expect(answers).toHaveLength(CHATS);
      for (const { chat, turns, answers: made, arrived } of answers) {
        const expected = Number(chat.slice(0, 11)) % 2 === 0 ? turns : 0;
        expect([made, arrived]).toEqual([expected, expected]);
        if (expected > 0) expect(turns).toBeGreaterThanOrEqual(OUTAGES);
      }
      const { deliveries } = await stage.row<{ deliveries: number }>(
        'SELECT count(*)::integer AS deliveries FROM simulator_deliveries',
      );
      expect(deliveries).toBe(answers.reduce((sum, { arrived }) => sum + arrived, 0));
    },
    60_000 + OUTAGES * 15_000,
  );
});
