import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { run, SetupFailed, step } from './step.mjs'
import { hashOf, unlessStamped } from './stamp.mjs'

const OLDEST_NODE = [20, 19]

/** Sources of the build; what is copied beside the compiled files. */
const SOURCES = [
  'domain',
  'workflows',
  'activities',
  'worker',
  'client',
  'prisma',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
]
const COPIED = ['activities/mail/templates', 'prisma/migrations']

/** Why this Node cannot run Caseclock, or undefined when it can. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return undefined
  return `Node ${version} is too old: Caseclock needs ${OLDEST_NODE.join('.')} or later. Install the release that .nvmrc names.`
}

async function must(what, command, args, options) {
  const { code, said } = await run(command, args, options)
  if (code !== 0) throw new SetupFailed(`${what} failed:\n${said}`)
}

/** Packages as the lock file has them. */
export const installPackages = (root) =>
  unlessStamped(
    path.join(root, 'node_modules', '.caseclock-installed'),
    hashOf(root, ['package.json', 'package-lock.json']),
    () =>
      step('installing packages (npm ci)', () =>
        must('npm ci', 'npm', ['ci', '--no-audit', '--no-fund'], { cwd: root }),
      ),
  )

/** The database client: offline, any executable stands in for the engine that is not needed. */
export const generateClient = (root) =>
  unlessStamped(
    path.join(root, 'prisma', 'generated', '.stamp'),
    hashOf(root, ['prisma/schema.prisma', 'package-lock.json']),
    () =>
      step('making the database client', () =>
        must('prisma generate', process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
          cwd: root,
          env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
        }),
      ),
  )

/** Compiles to dist/. */
export const compile = (root) =>
  unlessStamped(path.join(root, 'dist', '.stamp'), hashOf(root, SOURCES), () =>
    step('building', async () => {
      await must(
        'The build',
        process.execPath,
        [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
        { cwd: root },
      )
      for (const folder of COPIED) {
        mkdirSync(path.join(root, 'dist', folder), { recursive: true })
        cpSync(path.join(root, folder), path.join(root, 'dist', folder), { recursive: true })
      }
    }),
  )
