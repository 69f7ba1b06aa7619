import { DataSource } from 'typeorm';

import { AgentRouter } from '#agents';
import { waitFor } from '#testing';
import { TestApp, TestProcess } from '#testing/app';

import { AutomationStage } from '../../testing/automation-stage.js';
import { MessageAnalysis } from '../metadata/message-analysis.service.js';
import { AutomationRunner } from './automation-runner.service.js';
import { AutomationSchedule } from './automation.schedule.js';
import { ChatObserver } from './chat-observer.service.js';

const HELP = [{ kind: 'keyword', words: ['help'] }];
const NOTIFY = [{ kind: 'notify' }];

describe('what automations do, once', () => {
  let stage: AutomationStage;

  beforeEach(async () => {
    stage = await AutomationStage.open();
  });
  afterEach(() => stage.close());

  const counts = () =>
    stage.query(`SELECT (SELECT count(*)::integer FROM automation_runs) AS runs,
      (SELECT count(*)::integer FROM automation_notifications) AS told,
      (SELECT count(*)::integer FROM automation_runs WHERE state = 'done') AS done`);

  it('is done once however often, and by however many workers, a chat is looked at', async () => {
    const other = await TestApp.start({ databaseUrl: stage.database.url });
    try {
      await stage.automation(HELP, NOTIFY);
      await stage.automation([{ kind: 'first_message' }], NOTIFY);
      const phones = Array.from({ length: 5 }, () => stage.newPhone());
      await Promise.all(phones.map((phone) => phone.say('help')));
      const ids = await waitFor(
        async () => {
          const rows = await stage.query<{ id: string }>('SELECT id FROM chats');
          return rows.length === 5 && rows.map(({ id }) => id);
        },
        { what: 'the chats' },
      );
      const apps = [stage.app, other].map(({ app }) => app);
      await Promise.all(
        apps.flatMap((app) =>
          ids.flatMap((chatId) =>
            Array.from({ length: 5 }, async () => {
              await app.get(AgentRouter, { strict: false }).dispatch('conversation.observe', { chatId });
              await app.get(ChatObserver, { strict: false }).observe(chatId);
              await app.get(AutomationRunner, { strict: false }).perform(chatId);
            }),
          ),
        ),
      );
      await stage.app.drained();
      expect(await counts()).toEqual([{ runs: 10, told: 10, done: 10 }]);
    } finally {
      await other.stop();
    }
  });

  it('loses nothing with the queue: the sweep finds what nobody looked at', async () => {
    await stage.automation(HELP, NOTIFY);
    const router = stage.app.app.get(AgentRouter, { strict: false });
    const dispatch = router.dispatch.bind(router);
    router.dispatch = (name, ...rest) =>
      name === 'conversation.observe' ? Promise.reject(new Error('no queue')) : dispatch(name, ...rest);
    await stage.newPhone().say('help');
    await stage.app.drained();
    router.dispatch = dispatch;
    expect(await counts()).toEqual([{ runs: 0, told: 0, done: 0 }]);
    // Of this one nothing is expected: the message is older than it.
    await stage.automation(HELP, NOTIFY);
    for (let times = 0; times < 3; times += 1) {
      await stage.app.app.get(AutomationSchedule, { strict: false }).sweep();
      await stage.app.drained();
    }
    expect(await counts()).toEqual([{ runs: 1, told: 1, done: 1 }]);
  });

  it('sees a message that is committed after one that was made later', async () => {
    await stage.automation(HELP, NOTIFY);
    const ana = stage.newPhone();
    for (const text of ['help', 'help again']) await ana.say(text);
    await stage.app.drained();
    // As if the first of them had not been there to be seen.
    const [first] = await stage.query<{ id: string }>(
      `SELECT id FROM messages WHERE author = 'contact' ORDER BY id LIMIT 1`,
    );
    await stage.query('DELETE FROM automation_runs WHERE message_id = $1', [first!.id]);
    await stage.query('UPDATE chat_observations SET recent_ids = array_remove(recent_ids, $1::uuid)', [first!.id]);
    await stage.app.app.get(AutomationSchedule, { strict: false }).sweep();
    await stage.app.drained();
    expect(await counts()).toEqual([{ runs: 2, told: 2, done: 2 }]);
  });

  it('does not wait for a model with what a word brings about', async () => {
    const analysis = stage.app.app.get(MessageAnalysis, { strict: false });
    const analyze = analysis.analyze.bind(analysis);
    let answer = () => undefined as void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    analysis.analyze = async (ids) => {
      await answered;
      return analyze(ids);
    };
    await stage.automation(HELP, NOTIFY);
    await stage.automation([{ kind: 'category', category: 'complaint' }], NOTIFY);
    await stage.newPhone().say('help, it is broken and unacceptable, I want to complain');
    await waitFor(async () => (await stage.query('SELECT * FROM automation_notifications')).length === 1, {
      what: 'the one that a word brings about',
    });
    answer();
    await stage.app.drained();
    expect(await counts()).toEqual([{ runs: 2, told: 2, done: 2 }]);
  });

  it('is taken up again when its worker is killed in between', async () => {
    await stage.automation(HELP, [{ kind: 'tag', tags: ['follow_up'] }, { kind: 'notify' }, { kind: 'pause' }]);
    const url = stage.database.url;
    await stage.app.stop();
    const dying = await TestProcess.start(url, { FAILPOINT: 'automation.claimed' });
    try {
      await dying
        .phone('+34619999999')
        .say('help')
        .catch(() => undefined);
      expect(await dying.died(20_000)).toBe(true);
    } finally {
      await dying.end('SIGKILL');
    }
    const heir = await TestApp.start({ databaseUrl: url });
    try {
      const dataSource = heir.app.get(DataSource);
      const runs = () =>
        dataSource.query<{ state: string; attempts: number }[]>('SELECT state, attempts FROM automation_runs');
      expect(await runs()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
      // The claim of the dead lapses by itself, a minute later.
      await dataSource.query('UPDATE automation_runs SET claimed_until = now()');
      await heir.app.get(AutomationSchedule, { strict: false }).sweep();
      // The queue gives the dead worker's job up after half a minute or a whole one.
      await waitFor(async () => (await runs()).every(({ state }) => state === 'done'), {
        what: 'the run to be done',
        timeoutMs: 90_000,
      });
      expect(await runs()).toMatchObject([{ state: 'done', attempts: 2 }]);
      expect(await dataSource.query('SELECT reply_mode FROM chats')).toEqual([{ reply_mode: 'paused' }]);
      expect(await dataSource.query('SELECT run_id FROM automation_notifications')).toHaveLength(1);
    } finally {
      await heir.stop();
      stage = await AutomationStage.open();
    }
  }, 180_000);
});
