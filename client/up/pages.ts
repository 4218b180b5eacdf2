import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Processes } from '../../activities/deps'
import type { Database } from '../../prisma/database'
import { CommandFailed, EXIT } from '../cli/io'
import type { DemoControls } from '../web/demo/demoControls'
import { demoSignIn } from '../web/sign-in/demoSignIn'
import { startWeb, type RunningWeb } from '../web/startWeb'
import { isFree } from './freePort'

const PORT = 3000
const HOST = '127.0.0.1'

interface Pages {
  readonly db: Database
  readonly processes: Processes
  /** Told, that port or none; 3000 unless it is taken when not given. */
  readonly port?: number
  readonly say: (line: string) => void
  /** The data folder: uploads lie below it, and extracts that may be imported by name. */
  readonly folder: string
  /** Another folder for the extracts. */
  readonly extracts?: string | undefined
  readonly demo?: DemoControls
}

/** The pages of this machine, for this machine only: whoever opens them chooses whom to be, where the authority is a demo. */
export async function pages({ db, processes, port: asked, say, folder, extracts, demo }: Pages): Promise<RunningWeb> {
  const port = asked ?? ((await isFree(PORT)) ? PORT : 0)
  return startWeb({
    ...{ db, processes, host: HOST, port, log: say, signIn: demoSignIn },
    ...(demo === undefined ? {} : { demo }),
    // Sessions of a demo end with it: its cookies are signed by what nobody keeps.
    settings: {
      ...{ baseUrl: `http://${HOST}:${String(port)}`, secret: randomBytes(32).toString('hex') },
      ...{ uploads: path.join(folder, 'uploads'), extracts: extracts ?? path.join(folder, 'extracts') },
    },
  }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : 'unknown error'
    throw new CommandFailed(
      EXIT.away,
      `The pages could not listen on port ${String(port)} (${why}). Choose another with --port.`,
    )
  })
}
