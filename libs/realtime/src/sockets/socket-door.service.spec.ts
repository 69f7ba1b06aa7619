import { Authenticator, type AdminKey, type ApiKeys, type PersonTokens } from '#security';
import { FakeClock } from '#testing';
import { silentLogger } from '#telemetry';

import type { ClientSocket } from './client-socket.js';
import { SocketDoor } from './socket-door.service.js';

const OPERATOR = { id: 'key', name: 'key', scopes: ['chats:read'] };

/** A door that knows one API key, and no tokens. */
function doorOf(): (token: string) => Promise<unknown> {
  const keys = { verify: (key: string) => Promise.resolve(key === 'sec_good' ? OPERATOR : null) };
  const authenticator = new Authenticator(
    { matches: () => false } as unknown as AdminKey,
    keys as unknown as ApiKeys,
    {
      verify: () => Promise.resolve(null),
      hasExpired: (token: string) => Promise.resolve(token === 'it.is.over'),
    } as unknown as PersonTokens,
  );
  const door = new SocketDoor(authenticator, new FakeClock(), silentLogger);
  return (token) => {
    const handshake = { address: '192.0.2.1', auth: { token } };
    return door.admit({ handshake } as unknown as Pick<ClientSocket, 'handshake'>);
  };
}

describe('SocketDoor', () => {
  it('counts no tokens that are over, and locks nobody out who shares their address', async () => {
    const knock = doorOf();
    for (let call = 0; call < 100; call += 1) expect(await knock('a.b.c')).toBe('unauthenticated');
    expect(await knock('sec_good')).toMatchObject({ principal: OPERATOR });
  });

  it('says when a token is over, so that the page brings another one', async () => {
    expect(await doorOf()('it.is.over')).toBe('auth.expired');
  });

  it('looks up no more keys for who has brought too many wrong ones', async () => {
    const knock = doorOf();
    const seen = new Set<unknown>();
    for (let call = 0; call < 100; call += 1) seen.add(await knock('sec_wrong'));
    expect([...seen]).toEqual(['unauthenticated', 'rate-limited']);
    expect(await knock('sec_good')).toBe('rate-limited');
    expect(await knock('a.b.c')).toBe('unauthenticated');
  });
});
