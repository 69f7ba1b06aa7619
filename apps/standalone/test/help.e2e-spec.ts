import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** Without a data folder, a key or anything that listens: help needs none of them. */
function run(program: string, ...args: readonly string[]): { code: number | null; output: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, program), ...args], {
    cwd: import.meta.dirname,
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: status, output: stdout, errors: stderr };
}

describe('--help', () => {
  it.each([
    ['scripts/start.mjs', 'npm start', '.env.example'],
    ['dist/apps/chat/src/main.js', 'npm run chat -- --as', '--wait'],
    ['dist/apps/import/src/main.js', 'npm run import -- FILE', '--date-order'],
  ])('of %s says how to call it', (program, usage, option) => {
    for (const flag of ['--help', '-h']) {
      const { code, output, errors } = run(program, flag);
      expect([code, errors]).toEqual([0, '']);
      expect(output).toContain(`Usage: ${usage}`);
      expect(output).toContain(option);
    }
  });

  it('is what npm start shows when it is given what it does not take', () => {
    const { code, output, errors } = run('scripts/start.mjs', '--port', '9000');
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain('PORT=9000 npm start');
  });
});
