import { basename, join } from 'node:path';

import { ROOT, specsTogether, SUITES } from './libs/testing/setup/suites.mjs';

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json'],
  // Data of packages that is a module (`metadata.json.js`) keeps its name.
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['reflect-metadata'],
};

const SPECS = '<rootDir>/{libs,apps,bench}/**/*.e2e-spec.ts';
const SUITE_FILES = SUITES.map((folder) => `<rootDir>/libs/testing/suites/${basename(folder)}.e2e-suite.mjs`);

/** A run of everything takes the files of a lib together; a run of chosen files takes them as they are. */
const endToEnd = process.env.TEST_TOGETHER
  ? {
      testMatch: [SPECS, ...SUITE_FILES],
      testPathIgnorePatterns: ['/node_modules/', ...SUITES.flatMap(specsTogether).map(exactly)],
    }
  : { testMatch: [SPECS] };

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,bench}/**/*.spec.ts'] },
    {
      ...shared,
      ...endToEnd,
      displayName: 'e2e',
      globalSetup: '<rootDir>/libs/testing/setup/start-servers.mjs',
      globalTeardown: '<rootDir>/libs/testing/setup/stop-servers.mjs',
    },
  ],
  testSequencer: '<rootDir>/libs/testing/setup/longest-first.mjs',
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules of a test file stay in memory: a process that nears its limit collects garbage more than it works.
  workerIdleMemoryLimit: '1500MB',
};

function exactly(file) {
  return `^${join(ROOT, file).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
}
