import { randomUUID } from 'node:crypto'
import { makeFeed } from '../../../client/commands/supervision/feedToken'
import { demoSignIn } from '../../../client/web/sign-in/demoSignIn'
import { startWeb, type RunningWeb } from '../../../client/web/startWeb'
import type { QuietTown } from '../../servers/quietTown'
import { townWithAYear } from './supervisionYear'

export interface Fetched {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** A town with a year of sessions whose calendars are served. */
export interface FeedTown {
  readonly quiet: QuietTown
  readonly server: RunningWeb
  /** A new secret of a person, made by themself; refusals throw. */
  secretOf(personId: string): Promise<string>
  /** Fetches /calendar/SECRET.ics. */
  calendar(secret: string, init?: RequestInit): Promise<Fetched>
  get(path: string, init?: RequestInit): Promise<Fetched>
  stop(): Promise<void>
}

/** Headers about the connection, and the time of it. */
const OF_THE_LINE: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive'])

export async function feedTown(startsOn: string, refs: readonly string[]): Promise<FeedTown> {
  const quiet = await townWithAYear(startsOn, refs)
  const server = await startWeb({
    ...{
      db: quiet.db,
      processes: quiet.processes,
      host: '127.0.0.1',
      port: 0,
      signIn: demoSignIn,
      log: () => undefined,
    },
    settings: { baseUrl: 'http://127.0.0.1:3000', secret: 'a secret of the tests, 32 or more' },
  })
  const get = async (path: string, init: RequestInit = {}): Promise<Fetched> => {
    const response = await fetch(`${server.address}${path}`, init)
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !OF_THE_LINE.has(name)))
    return { status: response.status, headers, text: await response.text() }
  }
  return {
    quiet,
    server,
    get,
    calendar: (secret, init) => get(`/calendar/${secret}.ics`, init),
    secretOf: async (personId) => {
      const made = await makeFeed(quiet, { personId, actorId: personId, commandId: randomUUID() })
      if ('refused' in made) throw new Error(made.todo)
      return made.secret
    },
    stop: async () => {
      await server.close()
      await quiet.stop()
    },
  }
}
