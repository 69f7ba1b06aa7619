import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AdminKey } from '../api-keys/admin-key.js';
import { MasterKeys } from './master-keys.js';

describe('secrets in DATA_DIR', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), 'secretary-keys-')), 'data');
  });

  afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

  const modeOf = async (...path: string[]) => (await stat(join(dataDir, ...path))).mode & 0o777;
  const fingerprint = (keys: MasterKeys) => keys.current.key.export().toString('hex');

  it('makes the master key once, readable for its owner only', async () => {
    const first = await MasterKeys.open({ dataDir });
    const second = await MasterKeys.open({ dataDir });
    expect(fingerprint(second)).toBe(fingerprint(first));
    expect(first.current.version).toBe(1);
    expect([await modeOf('keys'), await modeOf('keys', 'master-1.key')]).toEqual([0o700, 0o600]);
  });

  it('gives all of many first starts the same key, and leaves nothing else behind', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => MasterKeys.open({ dataDir })));
    expect(new Set(all.map(fingerprint)).size).toBe(1);
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['master-1.key']);
  });

  it('wraps with the newest version and derives from the oldest', async () => {
    const before = await MasterKeys.open({ dataDir });
    await writeFile(join(dataDir, 'keys', 'master-2.key'), Buffer.alloc(32, 1).toString('base64'));
    const after = await MasterKeys.open({ dataDir });
    expect(after.versions).toEqual([1, 2]);
    expect(after.current.version).toBe(2);
    expect(after.derive('cursors').equals(before.derive('cursors'))).toBe(true);
    expect(after.derive('cursors').equals(after.derive('api-keys'))).toBe(false);
  });

  it('tightens a file that others could read', async () => {
    await MasterKeys.open({ dataDir });
    await chmod(join(dataDir, 'keys', 'master-1.key'), 0o644);
    await MasterKeys.open({ dataDir });
    expect(await modeOf('keys', 'master-1.key')).toBe(0o600);
  });

  it('takes ENCRYPTION_KEY before files, in base64 and base64url', async () => {
    const bytes = Buffer.alloc(32, 0xfb);
    for (const encoding of ['base64', 'base64url'] as const) {
      const keys = await MasterKeys.open({ dataDir, encryptionKey: bytes.toString(encoding) });
      expect(fingerprint(keys)).toBe(bytes.toString('hex'));
    }
    await expect(stat(dataDir)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each(['', 'dG9vIHNob3J0'])(
    'refuses a master key file that holds %j, and does not overwrite it',
    async (content) => {
      const path = join(dataDir, 'keys', 'master-1.key');
      await mkdir(join(dataDir, 'keys'), { recursive: true });
      await writeFile(path, content);
      await expect(MasterKeys.open({ dataDir })).rejects.toMatchObject({ name: 'AppError' });
      expect(await readFile(path, 'utf8')).toBe(content);
    },
  );

  it('says what to do when the folder cannot be used', async () => {
    await writeFile(dataDir, 'a file where the folder should be');
    await expect(MasterKeys.open({ dataDir })).rejects.toMatchObject({ code: 'security.secret-file' });
  });

  it('makes the admin key once', async () => {
    const first = await AdminKey.open({ dataDir });
    const second = await AdminKey.open({ dataDir });
    expect([first.made, second.made]).toEqual([true, false]);
    expect(second.key).toBe(first.key);
    expect(first.path).toBe(join(dataDir, 'admin-api-key'));
    expect(await modeOf('admin-api-key')).toBe(0o600);
    expect([first.matches(second.key), first.matches(`${second.key} `), first.matches('')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('takes the admin key that is given', async () => {
    const admin = await AdminKey.open({ dataDir, adminApiKey: 'a-key-of-the-operator-itself' });
    expect(admin).toMatchObject({ key: 'a-key-of-the-operator-itself', path: null, made: false });
  });
});
