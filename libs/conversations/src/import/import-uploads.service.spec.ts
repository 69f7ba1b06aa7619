import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import type { Multipart } from '@fastify/multipart';

import { StorageConfig } from '#config';
import { SystemClock } from '#kernel';

import { ImportUploads } from './import-uploads.service.js';
import { readUpload } from './read-upload.js';

describe('uploads', () => {
  let dataDir: string;
  let uploads: ImportUploads;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'uploads-'));
    uploads = new ImportUploads(Object.assign(new StorageConfig(), { dataDir, importMaxMb: 1 }), new SystemClock());
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  const filesLeft = () => readdir(join(dataDir, 'imports')).catch(() => []);

  it('keeps the file for us alone until it is removed, and gives the fields from before and after it', async () => {
    const upload = await readUpload(
      () => parts(field('me', 'Me'), file('file', 'hello'), field('zone', 'UTC')),
      uploads,
    );
    expect(upload).toMatchObject({ fileName: 'chat.txt', fields: { me: 'Me', zone: 'UTC' } });
    const path = uploads.pathOf(upload.uploadId);
    expect(await readFile(path, 'utf8')).toBe('hello');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await uploads.remove(upload.uploadId);
    expect(await filesLeft()).toEqual([]);
  });

  it.each<[string, () => AsyncIterable<Multipart>, RegExp]>([
    ['no file', () => parts(field('me', 'Me')), /"file"/],
    ['a file of another name', () => parts(file('image', 'x')), /"file"/],
    ['two files', () => parts(file('file', 'x'), file('file', 'y')), /"file"/],
    ['a file that is too large', () => parts(file('file', 'x'), pluginError()), /IMPORT_MAX_MB.*1 MiB/],
    ['a connection that breaks', () => parts(file('file', 'x'), new Error('broken')), /upload again/],
  ])('leaves nothing behind after %s', async (_, made, message) => {
    await expect(readUpload(made, uploads)).rejects.toThrow(message);
    expect(await filesLeft()).toEqual([]);
  });

  it('removes what a dead process left long ago', async () => {
    const { uploadId } = await readUpload(() => parts(file('file', 'old')), uploads);
    await utimes(uploads.pathOf(uploadId), 0, 0);
    const fresh = await readUpload(() => parts(file('file', 'new')), uploads);
    expect(await filesLeft()).toEqual([fresh.uploadId]);
  });

  it('makes no path of anything but its own ids', () => {
    expect(() => uploads.pathOf('../admin-api-key')).toThrow(/"file"/);
  });
});

async function* parts(...all: (Multipart | Error)[]): AsyncGenerator<Multipart> {
  for (const part of all) {
    if (part instanceof Error) throw part;
    yield await Promise.resolve(part);
  }
}

function field(fieldname: string, value: string): Multipart {
  return { type: 'field', fieldname, value } as Multipart;
}

function pluginError(): Error {
  return Object.assign(new Error('request file too large'), { code: 'FST_REQ_FILE_TOO_LARGE', statusCode: 413 });
}

function file(fieldname: string, content: string): Multipart {
  const stream = Object.assign(Readable.from([content]), { truncated: false, bytesRead: 0 });
  return { type: 'file', fieldname, filename: 'chat.txt', file: stream } as unknown as Multipart;
}
