// `npm test [-- jest arguments]`: sets up what is missing, runs all tests, and ends with a line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from './manifest.mjs';
import { setUp } from './setup.mjs';

const REPORTERS = ['--reporters=default', `--reporters=${join(ROOT, 'scripts/count-reporter.mjs')}`];

setUp();
const folder = mkdtempSync(join(tmpdir(), 'secretary-test-'));
const counts = join(folder, 'counts.json');
// The reporters come last: Jest takes whatever follows them, up to the next option, for more of them.
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'scripts/jest.mjs'), ...process.argv.slice(2), ...REPORTERS],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, SECRETARY_TEST_COUNTS: counts } },
);
const { passed, failed, skipped } = counted();
rmSync(folder, { recursive: true });
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1;

/** A run that broke off before it could count is one failure. */
function counted() {
  try {
    return JSON.parse(readFileSync(counts, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
