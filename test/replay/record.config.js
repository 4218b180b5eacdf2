'use strict'
// `npm run histories`: the recorder runs where the tests with servers run, but never with them.
const { projects } = require('../../jest.config.js')
const servers = projects.find(({ displayName }) => displayName === 'servers')

module.exports = { ...servers, displayName: 'histories', testMatch: ['<rootDir>/test/replay/recordHistories.ts'] }
