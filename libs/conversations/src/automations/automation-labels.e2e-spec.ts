import { AppError, idAt } from '#kernel';

import { AutomationStage } from '../../testing/automation-stage.js';
import { MessageAnalysis } from '../metadata/message-analysis.service.js';
import { AutomationJudge } from './automation-judge.service.js';
import { AutomationSchedule } from './automation.schedule.js';

const NOTIFY = [{ kind: 'notify' }];

describe('what automations ask for', () => {
  let stage: AutomationStage;

  beforeAll(async () => {
    stage = await AutomationStage.open();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.query('DELETE FROM automations');
  });

  async function sweep(): Promise<void> {
    await stage.app.app.get(AutomationSchedule, { strict: false }).sweep();
    await stage.app.drained();
  }

  it('leaves the rules on words as they are when nobody can tell labels', async () => {
    const analysis = stage.app.app.get(MessageAnalysis, { strict: false });
    const analyze = analysis.analyze.bind(analysis);
    analysis.analyze = () => Promise.reject(new AppError('llm.unavailable', 'Later.', { kind: 'unavailable' }));
    try {
      stage.app.app.get(AutomationJudge, { strict: false }).pauseMs = 0;
      const byLabel = await stage.automation([{ kind: 'category', category: 'complaint' }], NOTIFY);
      const byWord = await stage.automation([{ kind: 'keyword', words: ['broken'] }], NOTIFY);
      await stage.newPhone().say('My order arrived broken, this is unacceptable, I want to complain');
      await stage.app.drained();
      expect(await stage.runsOf(byLabel)).toEqual([]);
      expect(await stage.runsOf(byWord)).toHaveLength(1);
      analysis.analyze = analyze;
      await sweep();
      expect(await stage.runsOf(byLabel)).toHaveLength(1);
      expect(await stage.runsOf(byWord)).toHaveLength(1);
    } finally {
      analysis.analyze = analyze;
    }
  });

  it('says which messages it could not tell, and looks at what came after them', async () => {
    const analysis = stage.app.app.get(MessageAnalysis, { strict: false });
    const analyze = analysis.analyze.bind(analysis);
    analysis.analyze = () => Promise.reject(new AppError('llm.unavailable', 'Later.', { kind: 'unavailable' }));
    try {
      const automation = await stage.automation([{ kind: 'category', category: 'complaint' }], NOTIFY);
      const ana = stage.newPhone();
      for (const text of ['I want to complain', 'My order arrived broken, this is unacceptable, I want to complain'])
        await ana.say(text);
      await stage.app.drained();
      await stage.query(`UPDATE automations SET enabled_at = now() - interval '3 days'`);
      await stage.query(
        `UPDATE messages SET stored_at = stored_at - interval '25 hours', sent_at = sent_at - interval '25 hours'
        WHERE chat_id = $1 AND id = (SELECT min(id::text)::uuid FROM messages WHERE chat_id = $1 AND author = 'contact')`,
        [(await stage.chatOf(ana)).id],
      );
      await sweep();
      expect(await stage.runsOf(automation)).toMatchObject([
        { state: 'failed', reasons: ['it could not be labelled (llm.unavailable)'], actions: [] },
      ]);
    } finally {
      analysis.analyze = analyze;
    }
    await sweep();
    const runs = await stage.query<{ state: string }>('SELECT state FROM automation_runs ORDER BY id');
    expect(runs.map(({ state }) => state)).toEqual(['failed', 'done']);
  });

  it('goes back to what waits, however far it has seen since', async () => {
    const analysis = stage.app.app.get(MessageAnalysis, { strict: false });
    const analyze = analysis.analyze.bind(analysis);
    analysis.analyze = () => Promise.reject(new AppError('llm.unavailable', 'Later.', { kind: 'unavailable' }));
    const automation = await stage.automation([{ kind: 'category', category: 'complaint' }], NOTIFY);
    const ana = stage.newPhone();
    try {
      for (const text of ['My order arrived broken, this is unacceptable, I want to complain', 'later'])
        await ana.say(text);
      await stage.app.drained();
      // As if it had come an hour later; nobody can read it, so that it waits for nothing.
      await stage.query(
        `UPDATE messages SET id = $2 WHERE id = (SELECT max(id::text)::uuid FROM messages WHERE chat_id = $1 AND author = 'contact')`,
        [(await stage.chatOf(ana)).id, idAt(new Date(Date.now() + 3_600_000))],
      );
      await sweep();
    } finally {
      analysis.analyze = analyze;
    }
    expect(await stage.query('SELECT recent_ids FROM chat_observations')).toContainEqual({
      recent_ids: [expect.any(String)],
    });
    await sweep();
    expect(await stage.runsOf(automation)).toMatchObject([{ state: 'done' }]);
  });

  it('asks about labels only where the rest holds', async () => {
    await stage.automation(
      [
        { kind: 'keyword', words: ['refund'] },
        { kind: 'sentiment', sentiment: 'negative' },
      ],
      NOTIFY,
    );
    const ana = stage.newPhone();
    await ana.say('terrible, awful');
    await stage.app.drained();
    const { id } = await stage.chatOf(ana);
    expect(await stage.query('SELECT * FROM message_labels WHERE chat_id = $1', [id])).toEqual([]);
  });

  it('costs nothing while there is none', async () => {
    const ana = stage.newPhone();
    await ana.say('hello');
    await stage.app.drained();
    const { id } = await stage.chatOf(ana);
    expect(await stage.query('SELECT * FROM chat_observations WHERE chat_id = $1', [id])).toEqual([]);
  });
});
