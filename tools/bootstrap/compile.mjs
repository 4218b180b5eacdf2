import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { must } from './must.mjs'
import { hashOf, unlessStamped } from './stamp.mjs'
import { step } from './step.mjs'

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
  'tools/bundle-program.cjs',
  'tools/bundle-workflows.cjs',
]

/** Folders that hold what the compiler does not carry over. Replaced whole: a migration that is gone here must be gone there. */
const COPIED = ['activities/mail/templates', 'client/papers/templates', 'prisma/migrations']

/** Compiles to dist/. */
export const compile = (root) =>
  unlessStamped(path.join(root, 'dist', '.stamp'), hashOf(root, SOURCES), () =>
    step('building', async () => {
      const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
      await must('The build', [process.execPath, compiler, '-p', 'tsconfig.build.json'], { cwd: root })
      for (const folder of COPIED) {
        rmSync(path.join(root, 'dist', folder), { recursive: true, force: true })
        cpSync(path.join(root, folder), path.join(root, 'dist', folder), { recursive: true })
      }
      for (const bundle of ['bundle-program.cjs', 'bundle-workflows.cjs'])
        await must('The build', [process.execPath, path.join(root, 'tools', bundle)], { cwd: root })
    }),
  )
