import type { Principal } from '#security';
import { silentLogger } from '#telemetry';

import { FakeConversations } from '../../testing/fake-conversations.js';
import type { ClientSocket } from '../sockets/client-socket.js';
import { ConversationSockets } from './conversation-sockets.service.js';
import { Seats } from './seats.service.js';
import { SessionKeeping } from './session-keeping.service.js';

const PERSON: Principal = { id: 'person', name: 'Guest', scopes: [], person: { contactId: 'a', tokenId: 'token' } };
const OPERATOR: Principal = { id: 'key', name: 'key', scopes: ['conversations:read'] };

describe('SessionKeeping', () => {
  function scene() {
    const conversations = new FakeConversations();
    const sockets = new ConversationSockets();
    sockets.attach(conversations.parts);
    const seats = new Seats();
    const sit = (session: string, principal: Principal, chatId: string): void => {
      const socket = { data: { session, principal, seats: new Map() } } as unknown as ClientSocket;
      seats.take({ socket, contactId: 'a', chatId, cursor: 0n, end: 0n });
    };
    return { conversations, sit, keeping: new SessionKeeping(seats, sockets, silentLogger) };
  }

  it('keeps the sessions of people who are in a room', async () => {
    const { conversations, sit, keeping } = scene();
    sit('phone', PERSON, 'one');
    sit('tablet', PERSON, 'two');
    sit('console', OPERATOR, 'one');
    await keeping.renew();
    expect(conversations.renewed).toEqual(new Set(['phone', 'tablet']));
  });

  it('goes on when the database does not answer', async () => {
    const { conversations, sit, keeping } = scene();
    sit('phone', PERSON, 'one');
    conversations.failure = new Error('no database');
    await expect(keeping.renew()).resolves.toBeUndefined();
    conversations.failure = undefined;
    await keeping.renew();
    expect(conversations.renewed).toEqual(new Set(['phone']));
  });
});
