import type { FastifyPluginCallback, FastifyReply } from 'fastify'

export interface FeedSource {
  /** The calendar of a secret, or undefined where there is none. Asked at every fetch; whoever answers keeps no secret. */
  readonly feedFor: (secret: string) => Promise<string | undefined>
}

const HEADERS = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** The one answer to whatever is no calendar: it does not say whether there was one. */
export const nothingHere = (reply: FastifyReply): FastifyReply =>
  reply.code(404).headers(HEADERS).type('text/plain; charset=utf-8').send('There is no such calendar.\n')

/**
 * GET and HEAD /calendar/SECRET.ics: text/calendar in UTF-8. The secret is written nowhere: register it in a server that does not log addresses. 503 when the facts cannot be
 * asked, without their words.
 */
export const feedRoutes: FastifyPluginCallback<FeedSource> = (web, { feedFor }, done) => {
  void web.register(
    (calendar, _options, registered) => {
      calendar.setNotFoundHandler((_request, reply) => nothingHere(reply))
      calendar.setErrorHandler<{ statusCode?: number }>(({ statusCode = 500 }, _request, reply) =>
        // What nobody who reads a calendar sends, a body among it, is no trouble of ours.
        statusCode < 500
          ? nothingHere(reply)
          : reply
              .code(503)
              .headers({ ...HEADERS, 'retry-after': '300' })
              .type('text/plain; charset=utf-8')
              .send('The calendar cannot be read now. It is there again in a while.\n'),
      )
      calendar.get<{ Params: { '*': string } }>('/*', async ({ params }, reply) => {
        const [, secret = ''] = /^([A-Za-z0-9_-]+)\.ics$/.exec(params['*']) ?? []
        const ics = await feedFor(secret)
        return ics === undefined
          ? nothingHere(reply)
          : reply.headers(HEADERS).type('text/calendar; charset=utf-8').send(ics)
      })
      registered()
    },
    { prefix: '/calendar' },
  )
  done()
}
