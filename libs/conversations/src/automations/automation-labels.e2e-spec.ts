import { AppError } from '#kernel';

import { AutomationStage } from '../../testing/automation-stage.js';
import { MessageAnalysis } from '../metadata/message-analysis.service.js';

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

  it('leaves the rules on words as they are when nobody can tell labels', async () => {
    const analysis = stage.app.app.get(MessageAnalysis, { strict: false });
    const analyze = analysis.analyze.bind(analysis);
    analysis.analyze = () => Promise.reject(new AppError('llm.unavailable', 'Later.', { kind: 'unavailable' }));
    try {
      const byLabel = await stage.automation([{ kind: 'category', category: 'complaint' }], NOTIFY);
      const byWord = await stage.automation([{ kind: 'keyword', words: ['broken'] }], NOTIFY);
      await stage.newPhone().say('My order arrived broken, this is unacceptable, I want to complain');
      await stage.app.drained();
      expect(await stage.runsOf(byLabel)).toEqual([]);
      expect(await stage.runsOf(byWord)).toHaveLength(1);
    } finally {
      analysis.analyze = analyze;
    }
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
