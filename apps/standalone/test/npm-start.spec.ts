import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

describe('npm start', () => {
  it('leaves no shell between npm and the secretary: what ends npm must end it, too', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    const parentOf = scripts.start.replace('scripts/start.mjs', '-p process.ppid');
    expect(parentOf).not.toBe(scripts.start);
    const { stdout } = spawnSync('sh', ['-c', parentOf], { encoding: 'utf8' });
    expect(Number(stdout)).toBe(process.pid);
  });
});
