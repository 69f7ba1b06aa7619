import { EventEmitter } from 'node:events';

import { silentLogger } from '#telemetry';

import type { ClientSocket } from '../sockets/client-socket.js';
import type { Known, SocketDoor } from '../sockets/socket-door.service.js';
import type { ConversationRooms } from './conversation-rooms.service.js';
import { PeopleDoor } from './people-door.service.js';

const MOST_SOCKETS = 20;

type Knocking = Pick<ClientSocket, 'conn' | 'handshake'>;

class Connection extends EventEmitter {
  readyState = 'open';

  close(): void {
    this.readyState = 'closed';
    this.emit('close');
  }
}

/** One person at the door, and `meanwhile` while their token is looked at. */
function doorOf(meanwhile: () => void = () => undefined): PeopleDoor {
  const person = { contactId: 'a', tokenId: 'token' };
  const known: Known = {
    token: 'token',
    principal: { id: 'person:a', name: 'Guest', scopes: [], person },
    checkedAt: new Date(0),
  };
  const door = {
    admit: async () => {
      await Promise.resolve();
      meanwhile();
      return known;
    },
  } as unknown as SocketDoor;
  const rooms = { find: () => Promise.resolve(null) } as unknown as ConversationRooms;
  return new PeopleDoor(door, rooms, silentLogger);
}

function knock(connection: Connection): Knocking {
  return { conn: connection, handshake: { auth: {} } } as unknown as Knocking;
}

describe('PeopleDoor', () => {
  it('gives the place of one who leaves to the next', async () => {
    const door = doorOf();
    const connections = Array.from({ length: MOST_SOCKETS }, () => new Connection());
    for (const connection of connections) expect(await door.admit(knock(connection))).toMatchObject({ token: 'token' });
    expect(await door.admit(knock(new Connection()))).toBe('too-many-sockets');
    connections[0]?.close();
    expect(await door.admit(knock(new Connection()))).toMatchObject({ token: 'token' });
  });

  it('keeps no place for those who have gone before they were let in', async () => {
    let goes: Connection | undefined;
    const door = doorOf(() => goes?.close());
    for (let time = 0; time < MOST_SOCKETS; time += 1) {
      goes = new Connection();
      await door.admit(knock(goes));
    }
    goes = undefined;
    expect(await door.admit(knock(new Connection()))).toMatchObject({ token: 'token' });
  });
});
