import fastify from 'fastify'
import { readClock } from '../../activities/clock'
import type { Database } from '../../prisma/database'
import { feedFor } from '../queries/supervision/feedEvents'
import { feedRoutes, nothingHere } from './feedRoutes'

export interface FeedServerOptions {
  readonly db: Database
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

export interface RunningFeedServer {
  /** `http://127.0.0.1:3000` */
  readonly address: string
  /** Takes nothing new, and resolves when all it was asked has been answered. */
  close(): Promise<void>
}

/** Milliseconds: a caller who says nothing for so long is hung up on, so that nobody keeps it from ending. */
const SILENCE_MS = 15_000

/**
 * Serves the calendars, /health/live while the process runs, and /health/ready while the database answers; nothing else, and logs nothing: a calendar's address is a secret. Rejects
 * when the port is taken.
 */
export async function startFeedServer({ db, host, port }: FeedServerOptions): Promise<RunningFeedServer> {
  const web = fastify({
    logger: false,
    requestTimeout: SILENCE_MS,
    connectionTimeout: SILENCE_MS,
    frameworkErrors: (_error, _request, reply) => {
      nothingHere(reply)
    },
  })
  web.setNotFoundHandler((_request, reply) => nothingHere(reply))
  web.get('/health/live', (_request, reply) => reply.type('text/plain').send('ok'))
  web.get('/health/ready', async (_request, reply) => {
    const answers = await readClock(db).then(
      () => true,
      () => false,
    )
    return reply
      .code(answers ? 200 : 503)
      .type('text/plain')
      .send(answers ? 'ok' : 'the database does not answer')
  })
  await web.register(feedRoutes, { feedFor: (secret: string) => feedFor(db, secret) })
  const address = await web.listen({ host, port })
  return { address, close: () => web.close() }
}
