import { jest } from '@jest/globals';

import { Metrics } from '#telemetry';
import { FakeClock } from '#testing';

import { KeyWatch } from './key-watch.service.js';
import type { ClientSocket } from './client-socket.js';
import type { SocketDoor } from './socket-door.service.js';

const MINUTE_MS = 60_000;

function watched(answer: () => Promise<boolean>) {
  const clock = new FakeClock();
  const ends: string[] = [];
  const end = (how: string): void => {
    ends.push(how);
    watch.remove(socket);
  };
  const socket = {
    connected: true,
    data: { token: 'key', scopes: [], checkedAt: clock.now() },
    disconnect: () => end('disconnected'),
    conn: { close: () => end('closed') },
  } as unknown as ClientSocket;
  const door = {
    stillHolds: async ({ data }: ClientSocket) => {
      const holds = await answer();
      if (holds) data.checkedAt = clock.now();
      return holds;
    },
  } as unknown as SocketDoor;
  const watch = new KeyWatch(door, clock, new Metrics());
  watch.add(socket);
  return { clock, ends, socket, watch };
}

describe('KeyWatch', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function passMinute(watch: KeyWatch, clock: FakeClock): Promise<void> {
    watch.onModuleInit();
    for (let second = 0; second < 60; second += 1) {
      clock.advance(1_000);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    watch.onModuleDestroy();
  }

  it('cuts within a minute when the key does not hold, for good', async () => {
    const { clock, ends, watch } = watched(() => Promise.resolve(false));
    await passMinute(watch, clock);
    expect(ends).toEqual(['disconnected']);
  });

  it('leaves a key that holds alone', async () => {
    const { clock, ends, watch } = watched(() => Promise.resolve(true));
    await passMinute(watch, clock);
    await passMinute(watch, clock);
    expect(ends).toEqual([]);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no database'))],
    ['hangs', () => new Promise<boolean>(() => undefined)],
  ])(
    'cuts after a minute of which nothing is known when the look-up %s, and the client may come back',
    async (_, answer) => {
      const { clock, ends, watch } = watched(answer);
      clock.advance(MINUTE_MS - 1);
      void watch.look();
      expect(ends).toEqual([]);
      clock.advance(1);
      await watch.look();
      expect(ends).toEqual(['closed']);
    },
  );

  it('forgets a socket that has gone', async () => {
    const { ends, socket, watch } = watched(() => Promise.resolve(false));
    watch.remove(socket);
    await watch.look();
    expect(ends).toEqual([]);
  });
});
