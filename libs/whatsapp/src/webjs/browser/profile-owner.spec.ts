import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import { deadOwner, ProfileOwner } from './profile-owner.js';

describe('ProfileOwner', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), `${'a long name '.repeat(12)}-`));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is not dead while it lives', async () => {
    const owner = await ProfileOwner.claim(folder);
    expect(await deadOwner(folder)).toBeUndefined();
    await owner.release();
  });

  it('is alive or unknown without a refusal', async () => {
    expect(await deadOwner(folder)).toBeUndefined();
    const owner = await ProfileOwner.claim(folder);
    await owner.release();
    await rm(join(folder, 'owner'), { force: true });
    expect(await deadOwner(folder)).toBeUndefined();
  });

  it('proves nothing about another machine', async () => {
    const owner = await ProfileOwner.claim(folder);
    await writeFile(join(folder, 'owner.json'), JSON.stringify({ host: hostname(), boot: 'another' }));
    expect(await deadOwner(folder)).toBeUndefined();
    await owner.release();
  });
});
