import { toConversationMessage, type ShownMessage } from './to-conversation-message.js';
import type { MessageTraitsRow } from '../../traits/message-traits.service.js';

const at = new Date('2026-01-01T12:00:00Z');
const said: ShownMessage = {
  ...{ id: 'm', chatId: 'c', externalId: 'web:mine', author: 'contact', senderId: 'p', kind: 'text' },
  ...{ text: 'hi', ack: null, sentAt: at },
};
const traits = (change: Partial<MessageTraitsRow>): MessageTraitsRow => ({
  ...{ messageId: 'm', characterId: null, tokens: null, generationMs: null, model: null, mood: null, nsfwLevel: null },
  ...{ responseId: null, part: null, parts: null, readAt: null, ...change },
});

describe('toConversationMessage', () => {
  it.each([
    ['a person’s, stored', {}, undefined, { senderType: 'user', senderId: 'p', clientId: 'mine', status: 'delivered' }],
    ['a person’s, taken up', {}, { readAt: at }, { status: 'read', readAt: at }],
    ['ours', { author: 'assistant', ack: 2 }, { part: 0 }, { senderType: 'character', senderId: null, part: 0 }],
    ['ours, by a character', { author: 'assistant' }, { characterId: 'v' }, { senderId: 'v' }],
    ['ours, on its way', { author: 'assistant', ack: 0 }, undefined, { status: 'sent' }],
    ['ours, delivered', { author: 'assistant', ack: 2 }, undefined, { status: 'delivered' }],
    ['ours, read', { author: 'assistant', ack: 3 }, undefined, { status: 'read' }],
    ['the owner’s by hand', { author: 'owner' }, undefined, { senderType: 'character', senderId: null }],
    ['a photo', { kind: 'image' }, undefined, { type: 'image' }],
    ['a call', { kind: 'call', text: null }, undefined, { type: 'system', content: '' }],
    ['tame', {}, { nsfwLevel: 3 }, { metadata: expect.objectContaining({ isNSFW: false }) }],
    ['not safe for work', {}, { nsfwLevel: 4 }, { metadata: expect.objectContaining({ isNSFW: true }) }],
    ['of which nothing is known', {}, undefined, { metadata: expect.objectContaining({ isNSFW: null, tokens: null }) }],
  ] as const)('%s', (_, message, known, shown) => {
    expect(toConversationMessage({ ...said, ...message }, known && traits(known))).toMatchObject(shown);
  });

  it('names no client’s name of what has none', () => {
    expect(toConversationMessage({ ...said, externalId: 'web-unnamed:1' })).not.toHaveProperty('clientId');
    expect(toConversationMessage({ ...said, author: 'assistant' })).not.toHaveProperty('clientId');
  });
});
