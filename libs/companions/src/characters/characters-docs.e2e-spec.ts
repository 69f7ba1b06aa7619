import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { TEST_API_KEY } from '#testing/app';

import { CharactersStage } from '../../testing/characters-stage.js';

const DOCS = join(import.meta.dirname, '../../../../docs/characters.md');

describe('docs/characters.md', () => {
  it('shows commands that run as they stand', async () => {
    const stage = await CharactersStage.open();
    const folder = await mkdtemp(join(tmpdir(), 'characters-docs-'));
    try {
      const text = await readFile(DOCS, 'utf8');
      const commands = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code = '']) => code);
      expect(commands).toHaveLength(7);
      for (const command of commands) {
        await promisify(execFile)('sh', ['-ec', command], {
          cwd: folder,
          env: { PATH: process.env.PATH, SECRETARY: stage.app.url, ADMIN_API_KEY: TEST_API_KEY },
        });
      }
      expect(await stage.call('GET', '/vera-again')).toMatchObject({ body: { name: 'Vera', age: 41, hasCard: true } });
      expect(await stage.call('GET', '/rules')).toMatchObject({ body: { rules: { length: 2 } } });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await stage.close();
    }
  });
});
