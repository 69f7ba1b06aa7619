import { canEnter } from './reachable-folder.js';

const postgres = { uid: 101, gid: 104 };

describe('canEnter', () => {
  it.each([
    ['a home of mode 0700', { uid: 0, gid: 0, mode: 0o700 }, postgres, false],
    ['a folder open to all', { uid: 0, gid: 0, mode: 0o755 }, postgres, true],
    ['a folder of its own', { uid: 101, gid: 104, mode: 0o700 }, postgres, true],
    ['a folder of its group', { uid: 0, gid: 104, mode: 0o710 }, postgres, true],
    ['one that keeps out its group but lets in others', { uid: 0, gid: 104, mode: 0o701 }, postgres, false],
    ['one that keeps out its owner', { uid: 101, gid: 104, mode: 0o077 }, postgres, false],
    ['anything, when Postgres runs as we do', { uid: 0, gid: 0, mode: 0o000 }, {}, true],
  ])('%s', (_, folder, account, expected) => {
    expect(canEnter(folder, account)).toBe(expected);
  });
});
