// Runs Jest with ES modules on: the flag must be set before Node starts. Without a word about which files, all of them run, and those of a lib
// together: see libs/testing/setup/suites.mjs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Options that choose no files; what follows them up to the next option is theirs. */
const CHOOSES_NOTHING =
  /^--(selectProjects|reporters|json|outputFile|maxWorkers|logHeapUsage|verbose|silent|ci|listTests)\b/;

const args = process.argv.slice(2);
const everything = args.every((arg, place) =>
  CHOOSES_NOTHING.test(arg.startsWith('-') ? arg : (args.slice(0, place).findLast((one) => one.startsWith('-')) ?? '')),
);
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...args],
  { stdio: 'inherit', env: { ...process.env, ...(everything && { TEST_TOGETHER: 'yes' }) } },
);
process.exit(status ?? 1);
