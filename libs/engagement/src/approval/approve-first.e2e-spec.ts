import { newId } from '#kernel';

import { PlanningStage } from '../../testing/planning-stage.js';
import { Planner } from '../planner/planner.service.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';

const DAY = 24;

describe('a new account', () => {
  let stage: PlanningStage;

  beforeAll(async () => {
    // A whole day ahead: whoever's best hour it is.
    stage = await PlanningStage.open({ env: { PROACTIVE_MODE: 'auto', PROACTIVE_SCHEDULE_ADVANCE_HOURS: '24' } });
  });
  afterAll(() => stage.close());

  async function account(ageHours: number, answeredChats: number): Promise<string> {
    const id = await stage.account();
    await stage.query('UPDATE accounts SET created_at = $2 WHERE id = $1', [id, stage.hoursAgo(ageHours)]);
    for (let made = 0; made < answeredChats; made += 1) {
      const chatId = newId();
      await stage.query(
        `WITH person AS (INSERT INTO contacts (id, account_id) VALUES ($2::uuid, $1::uuid)),
           chat AS (INSERT INTO chats (id, account_id, external_id, kind, contact_id, subject_id) VALUES ($3::uuid, $1::uuid, $3::text, 'direct', $2::uuid, $2::uuid))
         INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
         SELECT gen_random_uuid(), $3::uuid, author, author, $2::uuid, 'text', $4, $4 FROM unnest(ARRAY['contact', 'assistant']) AS author`,
        [id, newId(), chatId, stage.hoursAgo(100)],
      );
    }
    return id;
  }

  /** How the next outreach of this account is planned. */
  async function modeOf(accountId: string): Promise<string | undefined> {
    const { contactId } = await stage.friend({}, accountId);
    await stage.part(Planner).run();
    const [plan] = await stage.query<{ mode: string }>('SELECT mode FROM engagements WHERE contact_id = $1', [
      contactId,
    ]);
    return plan?.mode;
  }

  it('writes first only what an operator approves, until it is old enough and has talked with enough people', async () => {
    expect(await modeOf(await account(13 * DAY, 20))).toBe('approve');
    expect(await modeOf(await account(15 * DAY, 19))).toBe('approve');
    expect(await modeOf(await account(15 * DAY, 20))).toBe('automatic');
  });

  it('does as the operator says, whatever its age', async () => {
    await stage.part(EngagementPolicies).change({ mode: 'automatic' }, 'admin');
    expect(await modeOf(await account(1, 0))).toBe('automatic');
    await stage.part(EngagementPolicies).change({ mode: 'approve' }, 'admin');
    expect(await modeOf(await account(300 * DAY, 20))).toBe('approve');
  });
});
