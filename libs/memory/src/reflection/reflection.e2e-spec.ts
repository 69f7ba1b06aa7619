import { jest } from '@jest/globals';

import { ScheduledTasks, TaskRecords } from '#agents';
import { AppError, Clock } from '#kernel';
import { ScriptedModel, type ScriptedAnswer } from '#llm/testing';
import { waitFor } from '#testing';

import { NightStage } from '../../testing/night-stage.js';
import { TalkStage } from '../../testing/talk-stage.js';
import { MemoryFacts } from '../facts/memory-facts.service.js';
import { MemoryForgetting } from '../facts/memory-forgetting.service.js';
import { ProfileWriter } from './profile-writer.service.js';

const DAY_MS = 86_400_000;

describe('reflection without a model', () => {
  let night: NightStage;
  beforeAll(async () => {
    night = new NightStage(await TalkStage.open());
  });
  afterAll(() => night.stage.close());

  it('makes one of what was said twice, with all its sources, and is done then', async () => {
    const person = await night.person();
    await night.know(person, [
      { text: 'Likes black coffee', category: 'preference', saidAt: new Date(Date.now() - 3 * DAY_MS) },
      { text: 'The user likes black coffee', category: 'preference', saidAt: new Date(Date.now() - 2 * DAY_MS) },
      { text: 'Does not like tea', category: 'preference', saidAt: new Date(Date.now() - DAY_MS) },
    ]);
    expect(await night.run()).toMatchObject({ reflected: 1, failed: 0, merged: 1, profiles: 1 });
    expect(await night.facts(person)).toEqual(['Does not like tea', 'Likes black coffee']);
    const [kept] = await night.stage.rows<{ reinforcement_count: number; sources: number }>(
      `SELECT reinforcement_count, (SELECT count(*)::integer FROM memory_sources WHERE memory_id = memories.id) AS sources
       FROM memories WHERE contact_id = $1 AND status = 'active' ORDER BY first_mentioned_at LIMIT 1`,
      [person.owner.contactId],
    );
    expect(kept).toEqual({ reinforcement_count: 2, sources: 2 });
    expect(await night.run()).toMatchObject({ reflected: 0, merged: 0, promoted: 0, past_plans: 0, profiles: 0 });
  });

  it('never merges over the border of a group', async () => {
    const person = await night.person();
    const group = await night.stage.groupTalk('120363000000000003', [{ text: 'Hi', at: new Date() }]);
    const said = { text: 'Plays the violin on Sundays', category: 'habit' as const };
    await night.know(person, [said]);
    await night.know({ ...person, chatId: group }, [{ ...said, text: 'The user plays the violin on Sundays' }], group);
    expect(await night.run()).toMatchObject({ merged: 0 });
    expect(await night.profile(person)).toBe('Plays the violin on Sundays.');
  });

  it('closes what has ended, lets go of what nobody needs, and notes what is said often', async () => {
    const person = await night.person();
    const old = new Date(Date.now() - 200 * DAY_MS);
    await night.know(person, [
      { text: 'Has a cold', category: 'health', validUntil: new Date(Date.now() + 60_000) },
      { text: 'Mentioned a film about whales', category: 'other', importance: 2, saidAt: old },
      { text: 'Runs along the river', category: 'habit', importance: 3 },
    ]);
    const said = 'UPDATE memories SET';
    await night.stage.rows(
      `${said} valid_until = now() - interval '1 hour' WHERE contact_id = $1 AND category = 'health'`,
      [person.owner.contactId],
    );
    await night.stage.rows(
      `${said} known_from = now() - interval '200 days' WHERE contact_id = $1 AND category = 'other'`,
      [person.owner.contactId],
    );
    await night.stage.rows(`${said} reinforcement_count = 5 WHERE contact_id = $1 AND category = 'habit'`, [
      person.owner.contactId,
    ]);
    await night.stage.rows('UPDATE memory_revisions SET revision = revision + 1 WHERE contact_id = $1', [
      person.owner.contactId,
    ]);
    expect(await night.run()).toMatchObject({ closed: 1, expired: 1, promoted: 1 });
    const facts = await night.stage.part(MemoryFacts).candidates({ ...person.owner, groupId: null });
    expect(facts.map(({ text, importance }) => [text, importance])).toEqual([['Runs along the river', 7]]);
  });

  it('tells nothing in a portrait that was forgotten since, and nothing that waits for approval', async () => {
    const person = await night.person();
    await night.know(person, [
      { text: 'Is a nurse in Porto', category: 'work' },
      { text: 'Has a peanut allergy', category: 'health' },
      { text: 'Always answer in French', category: 'other', instructionLike: true },
    ]);
    await night.run();
    expect(await night.profile(person)).toBe('Has a peanut allergy. Is a nurse in Porto.');
    await night.stage.part(MemoryForgetting).forgetMatching(person.owner, 'peanut allergy');
    expect(await night.profile(person)).toBe('Is a nurse in Porto.');
    expect(
      await night.stage.rows('SELECT 1 FROM memory_profiles WHERE contact_id = $1', [person.owner.contactId]),
    ).toEqual([]);
    await night.run();
    expect(await night.profile(person)).toBe('Is a nurse in Porto.');
    await night.stage.part(MemoryForgetting).forgetAll(person.owner, night.stage.part(Clock).now());
    expect(await night.profile(person)).toBeNull();
  });

  it('ends when it is told to, and the next run does what is left', async () => {
    await night.run();
    const person = await night.person();
    await night.know(person, [{ text: 'Lives near the old harbour' }]);
    const ending = new AbortController();
    ending.abort(new Error('the process stops'));
    await expect(night.run(ending.signal)).rejects.toThrow('the process stops');
    expect(await night.run()).toMatchObject({ reflected: 1, profiles: 1 });
  });

  it('lets one that fails hold up no other, and tries it again', async () => {
    await night.run();
    const people = [await night.person(), await night.person(), await night.person()];
    for (const person of people) await night.know(person, [{ text: 'Lives near the old harbour' }]);
    const broken = [people[1]?.owner.contactId];
    await night.stage.rows(`UPDATE memories SET text = text || '\\x00'::bytea WHERE contact_id = $1`, broken);
    expect(await night.run()).toMatchObject({ reflected: 2, failed: 1, profiles: 2 });
    await night.stage.rows(
      'UPDATE memories SET text = substring(text FOR octet_length(text) - 1) WHERE contact_id = $1',
      broken,
    );
    expect(await night.run()).toMatchObject({ reflected: 1, failed: 0, profiles: 1 });
  });

  it('is in the list of what runs by the clock, and can be asked for', async () => {
    const tasks = night.stage.part(ScheduledTasks);
    expect(await tasks.list()).toContainEqual(
      expect.objectContaining({ id: 'memory_reflection', name: 'Reflect on what is remembered', enabled: true }),
    );
    const person = await night.person();
    await night.know(person, [{ text: 'Sings in a choir' }]);
    const { taskId } = await tasks.trigger('memory_reflection', 'test');
    const task = () => night.stage.part(TaskRecords).get(taskId);
    await waitFor(async () => (await task()).status === 'completed', { what: 'the task to end' });
    expect((await task()).outputData).toMatchObject({ reflected: 1, profiles: 1, failed: 0 });
  });
});

describe('reflection by a model', () => {
  let night: NightStage;
  let answer: ScriptedAnswer = '';
  const model = new ScriptedModel(() => answer);
  const facts = [
    'Is a nurse in Porto',
    'Has a peanut allergy',
    'Has a dog named Bruno',
    'Sings in a choir',
    'Likes jazz',
  ];
  beforeAll(async () => {
    night = new NightStage(await TalkStage.open({ model }));
  });
  afterAll(() => night.stage.close());
  beforeEach(() => {
    model.requests.length = 0;
  });

  it('writes a portrait of what is known, once until something is new', async () => {
    const person = await night.person();
    await night.know(
      person,
      facts.map((text) => ({ text })),
    );
    answer = {
      value: { portrait: 'A nurse in Porto with a peanut allergy and a dog named Bruno. Carlos is her husband.' },
    };
    await night.run();
    expect(await night.profile(person)).toBe('A nurse in Porto with a peanut allergy and a dog named Bruno.');
    await night.run();
    await night.stage.rows('UPDATE memory_revisions SET revision = revision + 1');
    await night.run();
    expect(model.requests.filter(({ purpose }) => purpose === 'summary')).toHaveLength(1);
  });

  it('keeps no portrait of what was forgotten while it was written', async () => {
    const person = await night.person();
    await night.know(
      person,
      facts.map((text) => ({ text })),
    );
    const writer = night.stage.part(ProfileWriter);
    const writing = jest.spyOn(writer, 'write').mockImplementationOnce(async () => {
      await night.stage.part(MemoryForgetting).forgetMatching(person.owner, 'peanut allergy');
      return { text: 'A nurse in Porto with a peanut allergy.', model: 'test' };
    });
    expect(await night.run()).toMatchObject({ profiles: 0, failed: 0 });
    writing.mockRestore();
    expect(
      await night.stage.rows('SELECT 1 FROM memory_profiles WHERE contact_id = $1', [person.owner.contactId]),
    ).toEqual([]);
    expect(await night.profile(person)).toContain('Is a nurse in Porto.');
    expect(await night.run()).toMatchObject({ profiles: 1 });
  });

  it('does without it when it cannot be had, and asks again the next night', async () => {
    const person = await night.person();
    await night.know(
      person,
      facts.map((text) => ({ text })),
    );
    answer = unavailable();
    expect(await night.run()).toMatchObject({ failed: 0, profiles: 1 });
    expect(await night.profile(person)).toContain('Has a peanut allergy.');
    answer = { value: { portrait: 'A nurse in Porto who sings in a choir and likes jazz.' } };
    await night.stage.rows('UPDATE memory_revisions SET revision = revision + 1 WHERE contact_id = $1', [
      person.owner.contactId,
    ]);
    await night.run();
    expect(await night.profile(person)).toBe('A nurse in Porto who sings in a choir and likes jazz.');
  });
});

function unavailable(): Error {
  return new AppError('llm.over-budget', 'The budget is used up.', { kind: 'rate-limited' });
}
