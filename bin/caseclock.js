#!/usr/bin/env node
'use strict'
// The one program. It needs the build in dist/: `npm start` and `npm test` make it; by hand, `npm run build`.
const { spawnSync } = require('node:child_process')
const { existsSync } = require('node:fs')
const path = require('node:path')
const { getHeapStatistics } = require('node:v8')

/** A dry run reads files of any size: with a small heap Node tidies up in time and the process stays below 300 MB. A heap can only be limited at a start. */
const HEAP_MB = 200
const needsLimit = process.argv.includes('--dry-run') && getHeapStatistics().heap_size_limit > 2 * HEAP_MB * 2 ** 20

const program = path.join(__dirname, '..', 'dist', 'client', 'cli', 'program.bundle.js')
if (!existsSync(program)) {
  process.stderr.write(
    'Caseclock has not been built yet. Run `npm start` (sets up and starts everything) or `npm run build`.\n',
  )
  process.exitCode = 2
} else if (needsLimit) {
  const limited = [`--max-old-space-size=${HEAP_MB}`, __filename, ...process.argv.slice(2)]
  const { status, signal } = spawnSync(process.execPath, limited, { stdio: 'inherit' })
  if (signal !== null) process.kill(process.pid, signal)
  process.exitCode = status ?? 1
} else {
  require(program).main(process.argv)
}
