import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { createTestDatabase, waitFor, type TestDatabase } from '#testing';

import { testMasterKeys } from '../../testing/test-master-keys.js';
import { FieldCipher } from '../fields/field-cipher.service.js';
import { openField, sealField } from '../fields/sealed-field.js';
import { DataKeys } from './data-keys.service.js';

const AT = { table: 'messages', column: 'body', rowId: 'a' };

describe('DataKeys', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 20 }).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** Another process: it shares the database, not the cache. */
  const newProcess = async (seed?: number) => new DataKeys(await testMasterKeys(seed), dataSource);

  async function waitForWaiting(count: number): Promise<void> {
    const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const what = `${count} to wait for a lock`;
    await waitFor(async () => (await dataSource.query<unknown[]>(sql)).length === count, { what });
  }

  it('gives 50 racing callers of 10 processes the same keys', async () => {
    const subjects = Array.from({ length: 500 }, newId);
    const processes = await Promise.all(Array.from({ length: 10 }, () => newProcess()));
    const callers = Array.from({ length: 50 }, (_, index) => {
      const keys = processes[index % 10]!;
      const order = index % 2 === 0 ? subjects : subjects.toReversed();
      return index % 3 === 0 ? dataSource.transaction((manager) => keys.of(order, manager)) : keys.of(order);
    });
    const maps = await Promise.all(callers);
    for (const subject of subjects) {
      const [first, ...others] = maps.map((map) => map.get(subject)!);
      for (const other of others) expect(other.key.equals(first!.key)).toBe(true);
    }
    expect(await dataSource.query('SELECT count(*)::int FROM data_keys')).toEqual([{ count: 500 }]);
  });

  it('takes the key that another transaction commits while this one waits', async () => {
    const subject = newId();
    const [first, second] = [await newProcess(), await newProcess()];
    const { made, taken } = await dataSource.transaction(async (manager) => {
      const made = await first.of([subject], manager);
      const taken = second.of([subject]);
      await waitForWaiting(1);
      return { made, taken: { map: taken } };
    });
    const sealed = sealField(made.get(subject)!, AT, 'hello');
    expect(openField((await taken.map).get(subject)!, AT, sealed)).toBe('hello');
  });

  it('does not deadlock callers who ask in opposite orders', async () => {
    const [low, middle, high] = [newId(), newId(), newId()] as const;
    const [holder, up, down] = [await newProcess(), await newProcess(), await newProcess()];
    const held = dataSource.transaction(async (manager) => {
      await holder.of([middle], manager);
      const upwards = up.of([low, middle, high]);
      await waitForWaiting(1);
      const downwards = down.of([high, middle, low]);
      await waitForWaiting(2);
      // Given out of the transaction inside an array, so that it does not wait for those who wait for it.
      return [Promise.all([upwards, downwards])];
    });
    const [maps] = await held;
    expect((await maps!).map(({ size }) => size)).toEqual([3, 3]);
  });

  it('never makes a key to find one', async () => {
    const keys = await newProcess();
    expect((await keys.find([newId()])).size).toBe(0);
  });

  it('forgets a key whose transaction was rolled back', async () => {
    const keys = await newProcess();
    const subject = newId();
    const rolledBack = dataSource.transaction(async (manager) => {
      await keys.of([subject], manager);
      await keys.of([subject], manager);
      throw new Error('roll back');
    });
    await expect(rolledBack).rejects.toThrow('roll back');
    expect((await keys.find([subject])).size).toBe(0);
  });

  it('makes texts unreadable by erasing the key', async () => {
    const keys = await newProcess();
    const cipher = new FieldCipher(keys);
    const [kept, erased] = [newId(), newId()];
    const row = async (subjectId: string) => ({ subjectId, at: AT, sealed: await cipher.seal(subjectId, AT, 'hello') });
    const rows = [await row(kept), await row(erased)];
    expect(await cipher.openAll(rows)).toEqual(['hello', 'hello']);
    await keys.erase(erased);
    expect(await cipher.openAll(rows)).toEqual(['hello', null]);
    await expect(cipher.open(erased, AT, rows[1]!.sealed)).rejects.toMatchObject({ code: 'security.unreadable' });
    expect(await new FieldCipher(await newProcess()).openAll(rows)).toEqual(['hello', null]);
  });

  it('does not bring an erased key back by a read before the commit', async () => {
    const keys = await newProcess();
    const subject = newId();
    await keys.of([subject]);
    await dataSource.transaction(async (manager) => {
      await keys.erase(subject, manager);
      expect((await keys.find([subject])).size).toBe(1);
    });
    expect((await keys.find([subject])).size).toBe(0);
  });

  it('answers from memory what it has read', async () => {
    const keys = await newProcess();
    const subject = newId();
    await keys.of([subject]);
    await dataSource.query('DELETE FROM data_keys WHERE subject_id = $1', [subject]);
    expect((await keys.find([subject])).size).toBe(1);
  });

  it('starts with the master key of its database, and refuses another', async () => {
    await (await newProcess()).of([newId()]);
    await expect((await newProcess()).onModuleInit()).resolves.toBeUndefined();
    await expect((await newProcess(8)).onModuleInit()).rejects.toMatchObject({ code: 'security.wrong-master-key' });
  });

  it('refuses a database with keys of a version it does not hold', async () => {
    const subject = newId();
    await dataSource.query('INSERT INTO data_keys VALUES ($1, $2, 2)', [subject, Buffer.alloc(61)]);
    await expect((await newProcess()).onModuleInit()).rejects.toMatchObject({ code: 'security.wrong-master-key' });
    await dataSource.query('DELETE FROM data_keys WHERE subject_id = $1', [subject]);
  });
});
