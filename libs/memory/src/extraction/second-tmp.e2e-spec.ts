import { meetPeople } from '../../testing/people/meet-people.js';
import { SCRIPTED_ZONE } from '../../testing/people/scripted-days.js';
import { PeopleModel } from '../../testing/people/scripted-model.js';
import { TalkStage } from '../../testing/talk-stage.js';
import { SECOND_LOOK } from '../../testing/people/second-look.js';
import { PEOPLE } from '../../testing/people/people.js';

it('second', async () => {
  const model = new PeopleModel();
  const stage = await TalkStage.open({ model, env: { TIME_ZONE: SCRIPTED_ZONE } });
  const score = await meetPeople(stage, model, [...SECOND_LOOK, ...PEOPLE]);
  console.log(`${score.table()}\n${score.misses.join('\n')}`);
  await stage.close();
}, 100_000);
