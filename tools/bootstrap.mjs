#!/usr/bin/env node
// Sets everything up, then starts (`start`), tests (`test`) or stops there (`setup`). Needs nothing but Node and npm; says what it does.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, generateClient, installPackages, nodeProblem } from './bootstrap/build.mjs'
import { say, seconds, SetupFailed } from './bootstrap/step.mjs'
import { findTemporal } from './bootstrap/temporalBinary.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const [, , what = 'setup', ...args] = process.argv

async function setUp() {
  const from = Date.now()
  const problem = nodeProblem(process.version)
  if (problem !== undefined) throw new SetupFailed(problem)
  await installPackages(root)
  await generateClient(root)
  await compile(root)
  const binary = await findTemporal(root)
  say(`ready in ${seconds(from)}`)
  return { TZ: 'UTC', ...(binary === null ? {} : { CASECLOCK_TEMPORAL_BINARY: binary }) }
}

/** Runs a program in our place: its words are ours, and so are signals and its exit code. */
const handOver = (command, commandArgs, env) =>
  new Promise((resolve) => {
    const child = spawn(command, commandArgs, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
    const pass = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)))
  })

const tool = (name) => path.join(root, 'node_modules', name)

async function main() {
  const env = await setUp()
  switch (what) {
    case 'setup':
      return 0
    case 'start':
      return handOver(process.execPath, [path.join(root, 'bin', 'caseclock.js'), 'up', '--demo', ...args], env)
    case 'test': {
      for (const check of [
        [tool('typescript/bin/tsc'), '--noEmit', '-p', '.'],
        [tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
        [
          tool('dependency-cruiser/bin/dependency-cruise.mjs'),
          '--config',
          '.dependency-cruiser.cjs',
          'domain',
          'workflows',
          'activities',
          'worker',
          'client',
          'prisma',
        ],
      ]) {
        say(path.basename(check[0]))
        const code = await handOver(process.execPath, check, env)
        if (code !== 0) return code
      }
      return handOver(process.execPath, [tool('jest/bin/jest.js'), ...args], env)
    }
    default:
      throw new SetupFailed(`${what} is not one of start, test, setup.`)
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error) => {
    process.stderr.write(`setup: ${error instanceof SetupFailed ? error.message : (error.stack ?? error)}\n`)
    process.exitCode = 1
  },
)
