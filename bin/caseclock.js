#!/usr/bin/env node
'use strict'
// The one program. It needs the build in dist/: `npm start` and `npm test` make it; by hand, `npm run build`.
const { existsSync } = require('node:fs')
const path = require('node:path')

const program = path.join(__dirname, '..', 'dist', 'client', 'cli', 'program.js')
if (existsSync(program)) {
  require(program).main(process.argv)
} else {
  process.stderr.write(
    'Caseclock has not been built yet. Run `npm start` (sets up and starts everything) or `npm run build`.\n',
  )
  process.exitCode = 2
}
