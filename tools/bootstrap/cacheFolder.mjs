import os from 'node:os'
import path from 'node:path'

/** Where this person's machine keeps what all clones share. CASECLOCK_CACHE overrides it. */
export const cacheFolder = (env = process.env) =>
  env.CASECLOCK_CACHE ??
  path.join(
    env.XDG_CACHE_HOME ??
      (process.platform === 'darwin'
        ? path.join(os.homedir(), 'Library', 'Caches')
        : path.join(os.homedir(), '.cache')),
    'caseclock',
  )
