import type { RuleCondition } from './answering-rule.js';
import { chooseCharacter, type ChatFacts } from './choose-character.js';

function newFacts(overrides: Partial<ChatFacts> = {}): ChatFacts {
  return {
    chatId: 'chat',
    contactId: 'ana',
    phones: ['34600000001'],
    kind: 'direct',
    accountId: 'account',
    accountName: 'main',
    tags: ['family', 'work'],
    channel: 'whatsapp',
    ...overrides,
  };
}

describe('chooseCharacter', () => {
  it.each<[string, RuleCondition, Partial<ChatFacts>, boolean]>([
    ['nothing asked is true of nothing', {}, {}, false],
    ['only what is not there', { chatIds: undefined }, {}, false],
    ['the chat', { chatIds: ['other', 'chat'] }, {}, true],
    ['another chat', { chatIds: ['other'] }, {}, false],
    ['no chat at all', { chatIds: [] }, {}, false],
    ['the contact', { contactIds: ['ana'] }, {}, true],
    ['a contact in a group', { contactIds: ['ana'] }, { contactId: null, kind: 'group' }, false],
    ['the country', { phonePrefixes: ['+34'] }, {}, true],
    ['the country without +', { phonePrefixes: ['34'] }, {}, true],
    ['another country', { phonePrefixes: ['+49', '+1'] }, {}, false],
    ['one of several phones', { phonePrefixes: ['+49'] }, { phones: ['34600000001', '491'] }, true],
    ['somebody without a phone', { phonePrefixes: ['+34'] }, { phones: [] }, false],
    ['a direct chat', { kind: 'direct' }, {}, true],
    ['no group', { kind: 'group' }, {}, false],
    ['a newsletter is neither', { kind: 'direct' }, { kind: 'newsletter' }, false],
    ['the account by id', { accounts: ['account'] }, {}, true],
    ['the account by name', { accounts: ['main'] }, {}, true],
    ['another account', { accounts: ['second'] }, {}, false],
    ['a tag', { tags: ['urgent', 'work'] }, {}, true],
    ['no tag', { tags: ['work'] }, { tags: [] }, false],
    ['the channel', { channels: ['whatsapp'] }, {}, true],
    ['another channel', { channels: ['web'] }, {}, false],
    ['all that is asked', { kind: 'direct', tags: ['work'], phonePrefixes: ['+34'] }, {}, true],
    ['all but one', { kind: 'direct', tags: ['work'], phonePrefixes: ['+49'] }, {}, false],
  ])('%s', (_, when, facts, matches) => {
    const chosen = chooseCharacter([{ when, then: 'wanted' }], newFacts(facts), 'otherwise');
    expect(chosen).toBe(matches ? 'wanted' : 'otherwise');
  });

  it('takes the first rule that is true', () => {
    const rules = [
      { when: { kind: 'group' as const }, then: 'a' },
      { when: { tags: ['work'] }, then: 'b' },
      { when: { kind: 'direct' as const }, then: 'c' },
    ];
    expect(chooseCharacter(rules, newFacts(), 'd')).toBe('b');
    expect(chooseCharacter(rules, newFacts({ tags: [] }), 'd')).toBe('c');
    expect(chooseCharacter([], newFacts(), 'd')).toBe('d');
  });
});
