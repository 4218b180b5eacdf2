import { cpSync, rmSync, statSync } from 'node:fs'
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

/** Pages keep their views beside their code: everything there that is no source of the compiler's or of the style sheet's. */
const isView = (file) => statSync(file).isDirectory() || !/\.(ts|scss)$/.test(file)

/** The style sheet of the pages, made of govuk-frontend's without its licensed font, and our own. */
const style = (root) => [
  path.join(root, 'node_modules/sass/sass.js'),
  ...['--style=compressed', '--no-source-map', '--quiet-deps', '--load-path=node_modules'],
  'client/web/assets/app.scss',
  'dist/client/web/assets/app.css',
]

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
      cpSync(path.join(root, 'client/web'), path.join(root, 'dist/client/web'), { recursive: true, filter: isView })
      await must('The style sheet', [process.execPath, ...style(root)], { cwd: root })
      for (const bundle of ['bundle-program.cjs', 'bundle-workflows.cjs'])
        await must('The build', [process.execPath, path.join(root, 'tools', bundle)], { cwd: root })
    }),
  )
