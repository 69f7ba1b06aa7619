import fc from 'fast-check';

import { testMasterKeys } from '../../testing/test-master-keys.js';
import { Cursors } from './cursors.service.js';

const refused = expect.objectContaining({ code: 'cursor.invalid', kind: 'invalid' }) as Error;

describe('Cursors', () => {
  let cursors: Cursors;

  beforeAll(async () => {
    cursors = new Cursors(await testMasterKeys());
  });

  it('gives back what was signed', () => {
    const value = fc.oneof(fc.string({ maxLength: 50 }), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (values) => {
        expect(cursors.read('chats', cursors.sign('chats', values), values.length)).toEqual(values);
      }),
    );
  });

  it('refuses a cursor with any character changed, added or taken away', () => {
    const cursor = cursors.sign('chats', ['2026-01-01', 1, null]);
    for (let at = 0; at < cursor.length; at++) {
      for (const other of ['A', 'B', '_', '', 'AA', '=']) {
        const forged = cursor.slice(0, at) + other + cursor.slice(at + 1);
        if (forged !== cursor) expect(() => cursors.read('chats', forged, 3)).toThrow(refused);
      }
    }
    expect(() => cursors.read('chats', `${cursor}=`, 3)).toThrow(refused);
  });

  it.each([
    ['of another list', 'messages', 3],
    ['of another length', 'chats', 2],
  ])('refuses one %s', (_, list, length) => {
    const cursor = cursors.sign('chats', ['a', 1, null]);
    expect(() => cursors.read(list, cursor, length)).toThrow(refused);
  });

  it.each(['', 'x', '-', 'A'.repeat(10_000), '🙂', '../..'])('refuses %j', (cursor) => {
    expect(() => cursors.read('chats', cursor, 1)).toThrow(refused);
  });

  it('refuses one that another key signed', async () => {
    const foreign = new Cursors(await testMasterKeys(8)).sign('chats', ['a']);
    expect(() => cursors.read('chats', foreign, 1)).toThrow(refused);
  });
});
