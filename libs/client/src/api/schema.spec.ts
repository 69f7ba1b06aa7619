import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');

describe('the types of the REST API', () => {
  it('are those of docs/openapi.json', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/client-types.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
