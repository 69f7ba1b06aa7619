import type { DataSource } from 'typeorm';

import type { Transactions } from '#database';
import { newId, type Clock } from '#kernel';

import { ArchiveKeeping } from './archive-keeping.service.js';
import type { ArchiveRepacker } from './archive-repacker.service.js';
import type { ArchiveStoreName, StoredPayload } from './store/archive-store.js';
import type { ArchiveStores } from './store/archive-stores.js';

const OLD = new Date('2026-01-01T00:00:00Z');
const SIGNAL = new AbortController().signal;

/** A store with some payloads, all old; `known` of them belong to archives, which are all on `used`. */
function newKeeping(
  name: ArchiveStoreName,
  keys: readonly string[],
  { known = [], used = [], current = name }: Partial<Record<'known' | 'used', string[]>> & { current?: string } = {},
) {
  const deleted: string[] = [];
  const store = {
    name,
    list: (after: string | null): Promise<StoredPayload[]> =>
      Promise.resolve(after === null ? keys.map((key) => ({ key, storedAt: OLD })) : []),
    delete: (gone: string[]) => Promise.resolve(void deleted.push(...gone)),
  };
  const query = (sql: string): Promise<unknown[]> =>
    Promise.resolve(sql.includes('DISTINCT') ? used.map((one) => ({ store: one })) : known.map((key) => ({ key })));
  const keeping = new ArchiveKeeping(
    { query } as unknown as DataSource,
    {} as Transactions,
    { all: [store], current: { name: current } } as unknown as ArchiveStores,
    {} as ArchiveRepacker,
    { now: () => new Date('2026-02-01T00:00:00Z') } satisfies Clock,
  );
  return { deleted, remove: (dryRun = false) => keeping.removeStray({ dryRun, signal: SIGNAL }) };
}

function payloadKeys(count: number): string[] {
  return Array.from({ length: count }, () => `${newId()}/0.brotli`);
}

describe('ArchiveKeeping.removeStray', () => {
  it('removes payloads without an archive, and nothing that is no payload', async () => {
    const [known, stray] = [payloadKeys(3), [...payloadKeys(2), `${newId()}/1.${newId()}.brotli`]];
    const { deleted, remove } = newKeeping('files', ['photo.jpg', 'other/0.brotli', ...known, ...stray], { known });
    expect(await remove(true)).toEqual({ payloads: 3, doubtful: 0 });
    expect(deleted).toEqual([]);
    expect(await remove()).toEqual({ payloads: 3, doubtful: 0 });
    expect(deleted).toEqual(stray);
  });

  it('removes none where most belong to others', async () => {
    const known = payloadKeys(20);
    const { deleted, remove } = newKeeping('s3', [...known, ...payloadKeys(21)], { known });
    expect(await remove()).toEqual({ payloads: 0, doubtful: 21 });
    expect(deleted).toEqual([]);
  });

  it('removes many where they are the smaller part, and any number of our own database', async () => {
    const known = payloadKeys(22);
    expect(await newKeeping('files', [...known, ...payloadKeys(21)], { known }).remove()).toEqual({
      payloads: 21,
      doubtful: 0,
    });
    expect(await newKeeping('postgres', payloadKeys(30)).remove()).toEqual({ payloads: 30, doubtful: 0 });
  });

  it.each([
    [[], 0],
    [['files'], 1],
  ])('looks into a store that is not the current one when archives are there: %j', async (used, payloads) => {
    const { remove } = newKeeping('files', payloadKeys(1), { used, current: 'postgres' });
    expect(await remove()).toMatchObject({ payloads });
  });
});
