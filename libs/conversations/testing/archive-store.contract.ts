import { randomBytes } from 'node:crypto';

import type { ArchiveStore } from '../src/archive/store/archive-store.js';

/** What every store of archives does. `open` gives an empty one. */
export function describeArchiveStoreContract(name: string, open: () => Promise<ArchiveStore>): void {
  describe(`the store of archives on ${name}`, () => {
    let store: ArchiveStore;

    beforeAll(async () => {
      store = await open();
    });

    it('gives back what it was given, byte by byte', async () => {
      for (const bytes of [randomBytes(300_000), Buffer.alloc(0), Buffer.from('a'), randomBytes(20)]) {
        await store.put('a-1/0.brotli', bytes);
        expect(await store.get('a-1/0.brotli')).toEqual(bytes);
      }
    });

    it('has nothing under another key', async () => {
      expect(await store.get('a-1/1.brotli')).toBeUndefined();
      expect(await store.get('b/0.none')).toBeUndefined();
    });

    it('lists its keys page by page', async () => {
      const keys = ['a-1/0.brotli', 'a-1/1.none', 'a-2/0.brotli', 'c/10.brotli', 'c/2.brotli'];
      for (const key of keys) await store.put(key, Buffer.from(key));
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const page: readonly { readonly key: string; readonly storedAt: Date }[] = await store.list(after, 2);
        for (const { storedAt } of page) expect(Math.abs(Date.now() - storedAt.getTime())).toBeLessThan(600_000);
        found.push(...page.map(({ key }) => key));
        if (page.length < 2) break;
        after = page.at(-1)?.key ?? null;
      }
      expect(found).toEqual(keys);
    });

    it('deletes, also what is not there', async () => {
      await store.delete(['c/2.brotli', 'c/10.brotli', 'nothing/0.none']);
      expect(await store.get('c/2.brotli')).toBeUndefined();
      expect((await store.list(null, 10)).map(({ key }) => key)).toEqual([
        'a-1/0.brotli',
        'a-1/1.none',
        'a-2/0.brotli',
      ]);
      await store.delete([]);
    });
  });
}
