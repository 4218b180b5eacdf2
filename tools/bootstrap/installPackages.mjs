import path from 'node:path'
import { must } from './must.mjs'
import { hashOf, unlessStamped } from './stamp.mjs'
import { step } from './step.mjs'

// npm names its own program when it runs a script; started by hand, the one on PATH.
const npm = (env) => (env.npm_execpath?.endsWith('.js') ? [process.execPath, env.npm_execpath] : ['npm'])

/** Packages as the lock file has them. A folder that is missing, half made or of another lock is made anew. */
export const installPackages = (root, env = process.env) =>
  unlessStamped(path.join(root, 'node_modules', '.caseclock-installed'), hashOf(root, ['package-lock.json']), () =>
    step('installing packages (npm ci)', () =>
      must('npm ci', [...npm(env), 'ci', '--no-audit', '--no-fund'], {
        cwd: root,
        remedy:
          'Packages come from the registry npm is set to (`npm config get registry`). See that it can be reached and that ' +
          'npm is on PATH, then start again.',
      }),
    ),
  )
