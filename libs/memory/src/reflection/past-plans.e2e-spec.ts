import { jest } from '@jest/globals';

import { NightStage } from '../../testing/night-stage.js';
import { TalkStage } from '../../testing/talk-stage.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import { MemoryForgetting } from '../facts/memory-forgetting.service.js';

const DAY_MS = 86_400_000;

describe('plans whose day has passed', () => {
  let night: NightStage;
  beforeAll(async () => {
    night = new NightStage(await TalkStage.open());
  });
  afterAll(() => night.stage.close());

  it('makes an event of a plan whose day has passed, once', async () => {
    const person = await night.person();
    const day = new Date(Date.now() - 5 * DAY_MS);
    await night.know(person, [
      {
        text: 'Is going to visit her sister in Lisbon',
        category: 'plan',
        validFrom: day,
        saidAt: new Date(Date.now() - 20 * DAY_MS),
      },
      { text: 'Will move to Porto', category: 'plan', validFrom: new Date(Date.now() + 30 * DAY_MS) },
    ]);
    expect(await night.run()).toMatchObject({ past_plans: 1 });
    const planned = `Is going to visit her sister in Lisbon (this was planned for ${day.toISOString().slice(0, 10)})`;
    expect(await night.facts(person)).toEqual([planned, 'Will move to Porto']);
    expect(await night.run()).toMatchObject({ past_plans: 0 });
    const rows = await night.stage.rows<{ category: string; status: string }>(
      'SELECT category, status FROM memories WHERE contact_id = $1 ORDER BY category, status',
      [person.owner.contactId],
    );
    expect(rows).toEqual([
      { category: 'event', status: 'active' },
      { category: 'plan', status: 'active' },
      { category: 'plan', status: 'closed' },
    ]);
  });

  it('brings back no plan that was forgotten while it ran', async () => {
    const people = [await night.person(), await night.person()];
    const validFrom = new Date(Date.now() - 5 * DAY_MS);
    for (const person of people)
      await night.know(person, [{ text: 'Will sail to Malta', category: 'plan', validFrom }]);
    const facts = night.stage.part(MemoryFacts);
    const apply = facts.apply.bind(facts);
    const first = jest.spyOn(facts, 'apply').mockImplementationOnce(async (...operations) => {
      await night.stage.part(MemoryForgetting).forgetMatching(people[1]!.owner, 'Malta');
      return apply(...operations);
    });
    expect(await night.run()).toMatchObject({ past_plans: 1 });
    first.mockRestore();
    expect(await night.facts(people[0]!)).toHaveLength(1);
    expect(await night.facts(people[1]!)).toEqual([]);
  });

  it('ends a plan of which no event can be made, since its message was to be forgotten', async () => {
    const person = await night.person();
    const validFrom = new Date(Date.now() - 5 * DAY_MS);
    await night.know(person, [{ text: 'Will sail to Malta', category: 'plan', validFrom }]);
    await night.stage.rows(
      `INSERT INTO memory_forgotten (character_id, contact_id, message_id)
       SELECT character_id, contact_id, message_id FROM memories JOIN memory_sources ON memory_id = id WHERE contact_id = $1`,
      [person.owner.contactId],
    );
    expect(await night.run()).toMatchObject({ past_plans: 1 });
    expect(await night.run()).toMatchObject({ past_plans: 0 });
    expect(await night.facts(person)).toEqual([]);
  });
});
