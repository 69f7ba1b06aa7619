import { waitFor } from '#testing';
import type { TestPhone } from '#testing/app';

import { AutomationStage } from '../../testing/automation-stage.js';
import { AutomationSchedule } from './automation.schedule.js';

describe('an automation archives the chat', () => {
  let stage: AutomationStage;

  beforeAll(async () => {
    stage = await AutomationStage.open();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.query('DELETE FROM automations');
  });

  const GOODBYE = [{ kind: 'keyword', words: ['goodbye'] }];

  /** What waits is due now. */
  const again = async () => {
    await stage.query('UPDATE automation_runs SET claimed_until = now()');
    await stage.app.app.get(AutomationSchedule, { strict: false }).sweep();
    await stage.app.drained();
  };

  const archivedAt = async (phone: TestPhone) => {
    const { id } = await stage.chatOf(phone);
    const [row] = await stage.query<{ at: Date | null }>('SELECT archived_at AS at FROM chats WHERE id = $1', [id]);
    return row?.at;
  };

  it('when our answer has left, by a task that can be followed; only then it is done', async () => {
    const automation = await stage.automation(GOODBYE, [{ kind: 'archive' }]);
    const ana = stage.newPhone();
    await ana.say('goodbye');
    await stage.app.drained();
    const { id } = await stage.chatOf(ana);
    const [first] = await stage.runsOf(automation);
    expect(first).toMatchObject({ state: 'waiting', actions: [{ kind: 'archive', outcome: 'waiting' }] });
    for (let times = 0; times < 2; times += 1) await again();
    expect(await archivedAt(ana)).toBeInstanceOf(Date);
    expect(await stage.runsOf(automation)).toMatchObject([
      { state: 'done', attempts: 1, actions: [{ kind: 'archive', outcome: 'done' }] },
    ]);
    expect(await stage.query('SELECT state FROM outbox WHERE chat_id = $1', [id])).toEqual([{ state: 'sent' }]);
    expect(
      await stage.query(`SELECT input, requested_by FROM tasks WHERE name = 'conversation.archive'`),
    ).toMatchObject([{ requested_by: `automation:${automation.id}`, input: { chatIds: [id] } }]);
  });

  it('when it was paused, too: what we meant to say is thrown away, and does not keep it', async () => {
    const automation = await stage.automation(GOODBYE, [{ kind: 'pause' }, { kind: 'archive' }]);
    const ana = stage.newPhone();
    await ana.say('hello');
    await stage.app.drained();
    const { id } = await stage.chatOf(ana);
    // As if the answer had been on its way to the gate when the chat was paused.
    await stage.query(
      `UPDATE outbox SET state = 'queued', sent_at = NULL, not_before = now() + interval '1 hour' WHERE chat_id = $1`,
      [id],
    );
    await ana.say('goodbye');
    await waitFor(async () => (await stage.runsOf(automation)).length > 0, { what: 'the run' });
    await waitFor(
      async () => {
        await again();
        return (await stage.runsOf(automation))[0]?.state === 'done';
      },
      { what: 'the run to be done' },
    );
    expect(await archivedAt(ana)).toBeInstanceOf(Date);
    const kept = await stage.query<{ state: string; reason: string }>(
      'SELECT state, reason FROM outbox WHERE chat_id = $1 ORDER BY position LIMIT 1',
      [id],
    );
    expect(kept).toEqual([{ state: 'dropped', reason: 'paused-by-automation' }]);
  });

  it('or, after an hour, it is not, and the run says why', async () => {
    const automation = await stage.automation(GOODBYE, [{ kind: 'archive' }]);
    const ana = stage.newPhone();
    await ana.say('hello');
    await stage.app.drained();
    const { id } = await stage.chatOf(ana);
    await stage.query(`UPDATE outbox SET state = 'unknown' WHERE chat_id = $1`, [id]);
    await ana.say('goodbye');
    await stage.app.drained();
    await again();
    expect(await stage.runsOf(automation)).toMatchObject([
      { state: 'waiting', actions: [{ outcome: 'waiting', reason: 'archive.outbox' }] },
    ]);
    await stage.query(`UPDATE automation_runs SET created_at = created_at - interval '1 hour'`);
    await again();
    expect(await stage.runsOf(automation)).toMatchObject([
      { state: 'done', actions: [{ kind: 'archive', outcome: 'skipped', reason: 'archive.outbox' }] },
    ]);
    expect(await archivedAt(ana)).toBeNull();
  });
});
