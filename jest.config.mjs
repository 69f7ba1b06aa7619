const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['reflect-metadata'],
};

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,bench}/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/{libs,apps,bench}/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/libs/testing/setup/start-servers.mjs',
      globalTeardown: '<rootDir>/libs/testing/setup/stop-servers.mjs',
    },
  ],
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules of a test file stay in memory: a process that nears its limit collects garbage more than it works.
  workerIdleMemoryLimit: '1500MB',
};
