import { MasterKeys } from '#security';

import { MemberIds } from './member-ids.service.js';

const keysOf = (byte: number) =>
  MasterKeys.open({ dataDir: '', encryptionKey: Buffer.alloc(32, byte).toString('base64') });

describe('MemberIds', () => {
  it('gives a member one number in one group, another one in another group, and nobody’s without the key', async () => {
    const [ids, others] = [new MemberIds(await keysOf(7)), new MemberIds(await keysOf(8))];
    const id = ids.of('group', 'ana');
    expect(ids.of('group', 'ana')).toBe(id);
    expect(new Set([id, ids.of('other', 'ana'), ids.of('group', 'ben'), others.of('group', 'ana')]).size).toBe(4);
  });

  it('gives whole numbers of 32 bits, never 0', async () => {
    const ids = new MemberIds(await keysOf(7));
    for (let each = 0; each < 1_000; each += 1) {
      const id = ids.of('group', String(each));
      expect(id).toBe(id >>> 0);
      expect(id).not.toBe(0);
    }
    expect(ids.seedOf('group')).toBe(ids.seedOf('group'));
    expect(ids.seedOf('group')).not.toBe(ids.of('group', ''));
  });
});
