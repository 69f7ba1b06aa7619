import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findChromium } from './find-chromium.js';

describe('findChromium', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chromium-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const nowhere = () => ({ candidates: [], cache: join(folder, 'cache'), bundled: 'no-such-package' });

  async function program(...path: string[]): Promise<string> {
    const file = join(folder, ...path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, '#!/bin/sh\n');
    await chmod(file, 0o755);
    return file;
  }

  it('takes CHROMIUM_PATH before anything else', async () => {
    const [mine, other] = [await program('mine'), await program('other')];
    expect(await findChromium({ path: mine, candidates: [other] })).toBe(mine);
  });

  it('does not look elsewhere when CHROMIUM_PATH is wrong', async () => {
    const path = join(folder, 'nothing');
    await expect(findChromium({ path, candidates: [await program('other')] })).rejects.toMatchObject({
      code: 'whatsapp.no-chromium',
      message: expect.stringContaining(path) as string,
    });
  });

  it('takes the first program of the system that can be run', async () => {
    const broken = join(folder, 'broken');
    await writeFile(broken, '');
    const good = await program('good');
    expect(await findChromium({ ...nowhere(), candidates: [broken, good] })).toBe(good);
  });

  it('takes the newest that puppeteer downloaded', async () => {
    await program('cache/chrome/linux-100.0/chrome-linux64/chrome');
    const newest = await program('cache/chrome/linux-146.0/chrome-linux64/chrome');
    expect(await findChromium(nowhere())).toBe(newest);
  });

  it('says how to get one when there is none', async () => {
    await expect(findChromium(nowhere())).rejects.toMatchObject({
      code: 'whatsapp.no-chromium',
      message: expect.stringMatching(/apt-get install chromium.*CHROMIUM_PATH/) as string,
    });
  });
});
