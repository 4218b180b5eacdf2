'use strict'
// `unit` needs no server; `servers` starts a real Postgres and a real Temporal server once, in test/servers/globalSetup.ts.
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
        ...servers.map((folder) => `<rootDir>/test/${folder}/`),
      ],
    },
    {
      ...common,
      displayName: 'servers',
      testMatch: servers.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
      globalSetup: '<rootDir>/test/servers/globalSetup.ts',
      globalTeardown: '<rootDir>/test/servers/globalTeardown.ts',
    },
  ],
  maxWorkers: 2,
}
