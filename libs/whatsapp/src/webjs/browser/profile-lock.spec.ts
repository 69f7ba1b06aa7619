import { judgeLock, type LockSight } from './profile-lock.js';

describe('judgeLock', () => {
  const sight: LockSight = { target: null, host: 'here', runsHere: () => false, isOwnerDead: () => false };

  it.each<[string, Partial<LockSight>, unknown]>([
    ['no lock', {}, 'free'],
    ['one of this host whose process is gone', { target: 'here-42' }, 'stale'],
    [
      'one of this host whose process runs',
      { target: 'here-42', runsHere: (pid) => pid === 42 },
      { heldBy: 'process 42 of this machine' },
    ],
    ['one of another host', { target: 'there-42' }, { heldBy: 'process 42 on there' }],
    [
      'one of another host, with a number that is taken here',
      { target: 'there-42', runsHere: () => true },
      { heldBy: 'process 42 on there' },
    ],
    [
      'one of another host that is proven to be dead',
      { target: 'there-42', isOwnerDead: (host) => host === 'there' },
      'stale',
    ],
    ['a host with dashes', { target: 'a-b-c-42', isOwnerDead: (host) => host === 'a-b-c' }, 'stale'],
    ['something else', { target: 'nonsense' }, 'stale'],
  ])('%s', (_, seen, verdict) => {
    expect(judgeLock({ ...sight, ...seen })).toEqual(verdict);
  });
});
