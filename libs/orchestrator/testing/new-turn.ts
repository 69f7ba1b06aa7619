import type { TurnChat, WaitingMessage } from '#messaging';

const noon = new Date('2026-01-05T12:00:00Z');

/** A direct chat in which nothing stands in the way. */
export function newTurnChat(overrides: Partial<TurnChat> = {}): TurnChat {
  return {
    id: 'chat',
    accountId: 'account',
    externalId: '34600000001@c.us',
    kind: 'direct',
    title: null,
    contactId: 'contact',
    phones: ['34600000001'],
    replyMode: null,
    allowed: null,
    optedOutAt: null,
    optedInAt: null,
    takenOverUntil: null,
    quietUntil: null,
    repliesLastMinute: 0,
    ...overrides,
  };
}

/** A message that waits, said to nobody in particular. */
export function newWaitingMessage(overrides: Partial<WaitingMessage> = {}): WaitingMessage {
  return {
    id: 'message',
    externalId: '3EB0',
    senderId: 'contact',
    kind: 'text',
    text: 'hello',
    addressed: false,
    ofOurs: false,
    sentAt: noon,
    storedAt: noon,
    ...overrides,
  };
}
