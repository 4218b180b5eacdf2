'use strict'
// Puts the program and the commands that need no server into one file: reading 250 small ones was a third of their time. All others stay as they are and are
// read when they are asked for. dist/client/cli/program.js -> dist/client/cli/program.bundle.js
const path = require('node:path')
const { build } = require('esbuild')

const FOLDER = path.join(__dirname, '..', 'dist', 'client', 'cli')
/** contracts.md 1: these start without a server, a database or Prisma; with them what they read only for a pack in a file. */
const TOGETHER =
  /\/((timeline|agenda|policyCheck|policyCompare|supervisionPlan|cohort)Command|policySchema|positionedFile)(\.js)?$/
/** Shared with what stays outside: an error is known by its class. */
const ALONE = /\/io(\.js)?$/

const outside = {
  name: 'outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ path: asked, kind, resolveDir, namespace }) => {
      if (kind === 'entry-point' || namespace !== 'file') return undefined
      const isOwn = asked.startsWith('.') && !resolveDir.includes('node_modules')
      const stays = isOwn
        ? ALONE.test(asked) || (kind === 'dynamic-import' && !TOGETHER.test(asked))
        : kind === 'dynamic-import'
      if (!stays) return undefined
      if (!isOwn) return { path: asked, external: true }
      const from = path.relative(FOLDER, path.resolve(resolveDir, asked)).split(path.sep).join('/')
      return { path: from.startsWith('.') ? from : `./${from}`, external: true }
    })
  },
}

build({
  entryPoints: [path.join(FOLDER, 'program.js')],
  outfile: path.join(FOLDER, 'program.bundle.js'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'eof',
  logLevel: 'warning',
  plugins: [outside],
}).catch(() => {
  process.exitCode = 1
})
