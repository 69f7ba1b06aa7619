// End-to-end files that run together. Jest gives each test file modules of its own, and evaluating all of the application costs some two seconds
// of a processor and leaves its code cold; the files of one lib share one evaluation. What they test, and on which database, stays theirs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** The folders whose files run together; each has `suites/<last part of its name>.e2e-suite.mjs`. */
export const SUITES = [
  'libs/agents',
  'libs/llm',
  'libs/realtime',
  'libs/security',
  'libs/messaging',
  'libs/memory',
  'libs/conversations',
  'libs/companions',
  'libs/engagement',
  'libs/autonomy',
  'apps/standalone',
];

/**
 * Who needs modules, or a process, of its own: mocked modules, hooks and limits of a whole file, changed variables, and the programs that
 * are killed and waited for, which better run beside the others.
 */
const ALONE =
  /^(?:before|after)(?:All|Each)\(|mockModule|jest\.setTimeout|process\.env\.\w+ = |process\.stdout|spawnSync|TestProcess|TestProgram|hasChromium/m;

/** The end-to-end files of a folder that run together, as paths from the root. */
export function specsTogether(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.e2e-spec.ts'))
    .map((file) => join(folder, file))
    .filter((file) => !ALONE.test(readFileSync(join(ROOT, file), 'utf8')))
    .sort();
}

/** Registers the tests of those files, one file after the other. Called by a suite, inside Jest. */
export async function runTogether(folder) {
  for (const file of specsTogether(folder)) await import(join(ROOT, file));
}
