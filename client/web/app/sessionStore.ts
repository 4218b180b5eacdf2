import type { Session } from 'fastify'
import type { SessionStore } from '@fastify/session'
import { realNow } from '../../../activities/realNow'
import type { Database } from '../../../prisma/database'
import {
  endSession,
  forgetOldSessions,
  keepSession,
  readSession,
  type SessionData,
} from '../../commands/web/sessionRows'

const TIDY_EVERY_MS = 10 * 60 * 1000

type Callback = Parameters<SessionStore['get']>[1]
type Answered = (error?: unknown) => void

/** Sessions in Postgres, for @fastify/session: any number of web processes, and a restart signs nobody out. */
export function sessionStore(db: Database): SessionStore {
  let tidied = 0
  const answered = (work: Promise<unknown>, callback: Answered): void => {
    work.then(() => {
      callback()
    }, callback)
  }
  return {
    get: (secret: string, callback: Callback) => {
      readSession(db, secret, realNow()).then(
        (data) => {
          callback(null, (data ?? null) as Session | null)
        },
        (error: unknown) => {
          callback(error)
        },
      )
    },
    set: (secret: string, session: Session, callback: Answered) => {
      const now = realNow()
      answered(keepSession(db, secret, JSON.parse(JSON.stringify(session)) as SessionData, now), callback)
      if (now - tidied < TIDY_EVERY_MS) return
      tidied = now
      // Rows that are over open nothing; taking them away may fail, and is tried again.
      forgetOldSessions(db, now).catch(() => {
        tidied = 0
      })
    },
    destroy: (secret: string, callback: Answered) => {
      answered(endSession(db, secret, realNow()), callback)
    },
  }
}
