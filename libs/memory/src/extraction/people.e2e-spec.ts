import { meetPeople } from '../../testing/people/meet-people.js';
import { SCRIPTED_ZONE } from '../../testing/people/scripted-days.js';
import { PeopleModel } from '../../testing/people/scripted-model.js';
import { TalkStage } from '../../testing/talk-stage.js';

const env = { TIME_ZONE: SCRIPTED_ZONE };

describe('what is known of scripted people', () => {
  let stage: TalkStage;

  afterEach(() => stage.close());

  it('is what they said, whatever the model makes of it', async () => {
    const model = new PeopleModel();
    stage = await TalkStage.open({ model, env });
    const score = await meetPeople(stage, model);
    if (process.env.SHOW_SCORES) console.log(`${score.table()}\n${score.misses.join('\n')}`);
    expect(score.precision).toBeGreaterThan(0.9);
    expect(score.recall).toBeGreaterThan(0.9);
  }, 120_000);

  it('is most of the plain statements without a model', async () => {
    stage = await TalkStage.open({ env });
    const score = await meetPeople(stage);
    if (process.env.SHOW_SCORES) console.log(`${score.table()}\n${score.misses.join('\n')}`);
    expect(score.precision).toBeGreaterThan(0.9);
    expect(score.recall).toBeGreaterThan(0.6);
  }, 120_000);
});
