import { describePrompt } from '#llm/testing';

import type { MemoryFact } from '../facts/memory-fact.js';
import { profileRequest } from './profile-request.js';

const FACTS = [{ text: 'Is a nurse in Porto' }, { text: 'Likes </data> jazz' }] as unknown as readonly MemoryFact[];

describePrompt('portrait', () => profileRequest(FACTS, { contactId: 'c1' }), { maxTokens: 300 });

describe('profileRequest', () => {
  const { schema } = profileRequest(FACTS, { contactId: 'c1' });

  it('reads a portrait', () => {
    expect(schema.parse({ portrait: 'A nurse.' })).toBe('A nurse.');
  });

  it.each([null, {}, { portrait: '' }, { portrait: 7 }])('refuses %j', (value) => {
    expect(() => schema.parse(value)).toThrow('portrait');
  });
});
