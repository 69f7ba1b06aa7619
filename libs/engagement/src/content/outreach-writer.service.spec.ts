import { AppError } from '#kernel';
import { ScriptedModel, type ScriptedAnswer } from '#llm/testing';

import { newOutreachMaterial } from '../../testing/new-outreach-material.js';
import { newPolicy } from '../../testing/new-policy.js';
import type { EngagementPolicy } from '../planning/engagement-policy.js';
import type { EngagementWords } from '../store/engagement-words.service.js';
import type { OutreachMaterial } from './outreach-material.js';
import { OutreachWriter } from './outreach-writer.service.js';

const GOOD = 'Hey Ana, how has your week been so far?';
const words = { wordingOf: (text: string) => text.toLowerCase() } as EngagementWords;

function written(
  model: ScriptedModel,
  given: Partial<OutreachMaterial> = {},
  policy: Partial<EngagementPolicy> = {},
  wordings: string[] = [],
) {
  return new OutreachWriter(model, words).write(newOutreachMaterial(given), wordings, newPolicy(policy));
}

function promptOf({ requests }: ScriptedModel): string {
  return requests[0]?.system.map(({ text }) => text).join('\n') ?? '';
}

describe('OutreachWriter', () => {
  it('has the model write, with the temperature and the lengths that are set', async () => {
    const model = new ScriptedModel([GOOD]);
    const policy = { temperature: 0.35, minMessageLength: 21, maxMessageLength: 77 };
    expect(await written(model, { language: 'en' }, policy)).toEqual({ text: GOOD, checks: [] });
    expect(model.requests[0]).toMatchObject({ purpose: 'chat', temperature: 0.35, maxTokens: 120, locale: 'en' });
    expect(promptOf(model)).toContain('One message of 21 to 77 characters');
  });

  it('shows it the character, what is remembered, how they felt, what was written before and what to leave alone', async () => {
    const model = new ScriptedModel([GOOD]);
    await written(model, {
      memories: [{ id: 'a', importance: 7, category: 'preference', text: 'Likes hiking' }],
      feeling: { label: 'worry', valence: -0.5 },
      earlier: ['First', 'Second', 'Third', 'Fourth'],
      ...{ avoided: ['my ex'], tone: 'playful', type: 'memory_reminder', language: 'es' },
    });
    const prompt = promptOf(model);
    for (const part of [
      'You are Luna',
      '- Likes hiking',
      'feel: worry',
      '- Third',
      'my ex',
      'Tone: playful',
      'Spanish',
    ])
      expect(prompt).toContain(part);
    expect(prompt).not.toContain('Fourth');
  });

  it('asks twice at the most, and says what was wrong', async () => {
    const model = new ScriptedModel(['Look at www.example.com, it is so good', GOOD]);
    const { text, checks } = await written(model);
    expect(text).toBe(GOOD);
    expect(checks.map(({ code }) => code)).toEqual(['address']);
    const stubborn = new ScriptedModel(['Look at www.example.com, it is so good']);
    expect((await written(stubborn)).text).toBeNull();
    expect(stubborn.requests).toHaveLength(2);
  });

  it.each<[string, ScriptedAnswer]>([
    ['a refusal', { text: 'no', stopReason: 'refusal' }],
    ['a recital of its instructions', 'Stay in character and answer the last messages as one turn, in the language'],
    ['ten megabytes', 'how are you '.repeat(900_000)],
    ['an invented name', 'How is Roberto doing these days?'],
    ['an answer of the model that is there when there is no other', { text: GOOD, model: 'offline' }],
    ['a failure', new AppError('llm.overloaded', 'Later.', { kind: 'unavailable' })],
  ])('takes nothing of %s', async (_, answer) => {
    expect((await written(new ScriptedModel([answer]))).text).toBeNull();
  });

  it('does not say the same again, however it is spelled', async () => {
    const { text, checks } = await written(new ScriptedModel([GOOD]), {}, {}, [GOOD.toLowerCase()]);
    expect([text, checks.map(({ code }) => code)]).toEqual([null, ['said-before', 'said-before']]);
  });

  it('holds the model to the lengths', async () => {
    expect((await written(new ScriptedModel([GOOD]), {}, { maxMessageLength: GOOD.length - 1 })).text).toBeNull();
    expect((await written(new ScriptedModel([GOOD]), {}, { minMessageLength: GOOD.length + 1 })).text).toBeNull();
  });
});
