#!/usr/bin/env node
// Sets up what is missing, then starts (`start`) or tests (`test`). `setup` stops before that, `build` before the Temporal server, `install` after the
// packages. Needs nothing but Node and npm, and says what it does.
import { createHash } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './bootstrap/cacheFolder.mjs'
import { checks } from './bootstrap/checks.mjs'
import { compile } from './bootstrap/compile.mjs'
import { exclusively } from './bootstrap/exclusively.mjs'
import { findChromium, SKIPPED } from './bootstrap/findChromium.mjs'
import { generateClient } from './bootstrap/generateClient.mjs'
import { handOver } from './bootstrap/handOver.mjs'
import { installPackages } from './bootstrap/installPackages.mjs'
import { nodeProblem } from './bootstrap/nodeProblem.mjs'
import { say, seconds, SetupFailed } from './bootstrap/step.mjs'
import { findTemporal } from './bootstrap/temporalBinary.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const STAGES = ['install', 'build', 'setup', 'start', 'test']
const [, , what = 'setup', ...args] = process.argv

/** Two set-ups in the same clone would delete the packages from under each other. */
const oneAtATime = (work) => {
  const clone = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const waiting = (pid) => say(`waiting: process ${pid} is setting up this folder`)
  return exclusively(path.join(cacheFolder(), 'locks', clone), work, waiting)
}

async function setUp() {
  const from = Date.now()
  await oneAtATime(async () => {
    await installPackages(root)
    if (what === 'install') return
    await generateClient(root)
    await compile(root)
  })
  const env = { ...process.env, TZ: 'UTC' }
  if (what === 'test') {
    delete env.TEMPORAL_ADDRESS // tests start, kill and break servers: never somebody's running one
    env.TZ = process.env.TZ ?? 'UTC' // the tests hold in every time zone
  }
  if (what !== 'install' && what !== 'build') {
    const binary = await findTemporal(root, env)
    if (binary !== null) env.CASECLOCK_TEMPORAL_BINARY = binary
  }
  if (what === 'test') Object.assign(env, await findChromium(env))
  say(`ready in ${seconds(from)}`)
  return env
}

async function test(env) {
  // Beside each other: each is one thread that mostly computes. All have their say before anything is refused.
  const codes = await Promise.all(
    checks(root).map(async ({ name, command }) => {
      const from = Date.now()
      const code = await handOver(process.execPath, command, { cwd: root, env })
      say(`${name}: ${code === 0 ? seconds(from) : 'refused'}`)
      return code
    }),
  )
  const refused = codes.find((code) => code !== 0)
  if (refused !== undefined) return refused
  say('tests')
  const code = await handOver(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    env,
  })
  if (env.CASECLOCK_WITHOUT_BROWSER === '1') say(SKIPPED) // again, where it is read
  return code
}

async function main() {
  const problem = STAGES.includes(what) ? nodeProblem(process.version) : `${what} is not one of ${STAGES.join(', ')}.`
  if (problem !== undefined) throw new SetupFailed(problem)
  const env = await setUp()
  if (what === 'start')
    return handOver(process.execPath, [path.join(root, 'bin/caseclock.js'), 'up', '--demo', ...args], {
      cwd: root,
      env,
    })
  return what === 'test' ? test(env) : 0
}

main().then(
  (code) => (process.exitCode = code),
  (error) => {
    process.stderr.write(`setup: ${error instanceof SetupFailed ? error.message : (error.stack ?? error)}\n`)
    process.exitCode = 1
  },
)
