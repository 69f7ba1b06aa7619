import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../../dist/bench/chaos/main.js');

const MINUTE_MS = 60_000;

describe('npm run chaos', () => {
  // Its sources run elsewhere; only as it is built does it need the built client.
  it(
    'starts as it is built',
    () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, '--help'], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([0, '']);
      expect(stderr).toContain('conversations');
    },
    MINUTE_MS,
  );
});
