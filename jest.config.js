'use strict'
// `unit` needs no server; `servers` starts a real Postgres and a real Temporal server once, in test/servers/globalSetup.ts; so does
// `browser`, whose tests look at pages with the Chromium that CASECLOCK_CHROMIUM names.
const common = {
  rootDir: __dirname,
  setupFilesAfterEnv: ['<rootDir>/test/servers/patience.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(cookie)/)'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  sandboxInjectedGlobals: ['Math', 'Number', 'Object', 'Array', 'Map', 'Set', 'String'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/fixtures/'],
}
const servers = ['integration', 'workflow', 'chaos', 'replay']

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        ...common.testPathIgnorePatterns,
        ...[...servers, 'browser'].map((folder) => `<rootDir>/test/${folder}/`),
      ],
    },
    {
      ...common,
      displayName: 'servers',
      testMatch: servers.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
      globalSetup: '<rootDir>/test/servers/globalSetup.ts',
      globalTeardown: '<rootDir>/test/servers/globalTeardown.ts',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      setupFilesAfterEnv: [...common.setupFilesAfterEnv, '<rootDir>/test/browser/withoutBrowser.ts'],
      globalSetup: '<rootDir>/test/servers/globalSetup.ts', // the same file: one Postgres and one Temporal for both
      globalTeardown: '<rootDir>/test/servers/globalTeardown.ts',
    },
  ],
  maxWorkers: 2,
}
