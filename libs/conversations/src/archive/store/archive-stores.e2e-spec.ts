import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import S3rver from '@20minutes/s3rver';
import { DataSource } from 'typeorm';

import { createTestDatabase, type TestDatabase } from '#testing';

import { describeArchiveStoreContract } from '../../../testing/archive-store.contract.js';
import { FileArchiveStore } from './file-archive-store.js';
import { PostgresArchiveStore } from './postgres-archive-store.js';
import { S3ArchiveStore } from './s3-archive-store.js';

const closing: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

describeArchiveStoreContract('Postgres', async () => {
  const database: TestDatabase = await createTestDatabase();
  const dataSource = new DataSource({ type: 'postgres', url: database.url, installExtensions: false });
  await dataSource.initialize();
  closing.push(
    () => database.drop(),
    () => dataSource.destroy(),
  );
  return new PostgresArchiveStore(dataSource);
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'secretary-archives-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describeArchiveStoreContract('files', async () => new FileArchiveStore(join(await newFolder(), 'archives')));

describeArchiveStoreContract('S3', async () => {
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory: await newFolder() },
    // It reads a signature over the path of a bucket otherwise than AWS does.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: 'chats', configs: [] }],
  });
  const { port } = await server.run();
  closing.push(() => server.close());
  return new S3ArchiveStore({
    ...{ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', bucket: 'chats', prefix: 'archives/' },
    ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
});

describe('files of archives', () => {
  it('are for this user only, and leave no drafts', async () => {
    const folder = join(await newFolder(), 'archives');
    const store = new FileArchiveStore(folder);
    await store.put('x/0.brotli', Buffer.from('a'));
    expect((await stat(join(folder, 'x'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'x/0.brotli'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'x'))).toEqual(['0.brotli']);
    await store.delete(['x/0.brotli']);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a server that does not answer', () => {
  it('is an error that says what to look at', async () => {
    const place = {
      endpoint: 'http://127.0.0.1:9',
      region: 'x',
      bucket: 'b',
      prefix: '',
      accessKeyId: 'a',
      secretAccessKey: 'b',
    };
    const store = new S3ArchiveStore(place);
    await expect(store.get('x')).rejects.toMatchObject({ code: 'archive.store-failed', retryable: true });
  });
});
