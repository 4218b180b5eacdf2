import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authorityNow } from '../../queries/web/authorityNow'
import type { WebDeps } from './page'
import { frameOf } from './frame'
import { PROBLEM_TYPE, problemOf } from './problem'
import { render } from './views'
import { wordsTyped } from './wordsTyped'

export interface Logs {
  /** One line about what went wrong: no names, no references, no addresses of pages. */
  readonly log: (line: string) => void
}

type Failure = Error & { readonly statusCode?: number; readonly code?: string }

const HTML = 'text/html; charset=utf-8'

/** What a reader can put right themselves, by status; anything else below 500 is a request no page of ours makes. */
const TODO: Readonly<Record<number, string>> = {
  403: 'This form was made too long ago, or in another window where somebody else signed in. Go back, load the page again and send it once more. Nothing was saved.',
  413: 'What was sent is too large. Nothing was saved.',
  415: 'This was not sent as a form of this page. Nothing was saved.',
  429: 'Too many tries. Wait a minute, then try again.',
}

/** Pages for what is not there and for what fails. A failure is logged under a number which the reader can give to whoever runs Caseclock; its words are shown to nobody. */
export function setUpErrors(web: FastifyInstance, { db }: WebDeps, { log }: Logs): void {
  const failed = ({ id, method, routeOptions }: FastifyRequest, { name, code = '' }: Failure): void => {
    log(`${id} ${method} ${routeOptions.url ?? 'no route'}: ${name} ${code}`.trim())
  }
  /** The frame needs the authority; without a database the page has none. */
  const knowing = async (request: FastifyRequest): Promise<void> => {
    try {
      request.authority ??= await authorityNow(db)
    } catch (error) {
      failed(request, error as Failure)
      request.authority = null
    }
  }
  web.setNotFoundHandler(async (request, reply) => {
    await knowing(request)
    return inWords(request, reply, { status: 404, view: 'errors/nothingHere.njk', todo: 'There is nothing here.' })
  })
  web.setErrorHandler(async (error: Failure, request, reply) => {
    const { statusCode: status = 500 } = error
    await knowing(request)
    if (status < 500) {
      const todo = TODO[status] ?? 'This could not be understood. Go back and try again. Nothing was saved.'
      return inWords(request, reply, { status, view: 'errors/refused.njk', todo })
    }
    failed(request, error)
    return inWords(request, reply, {
      status: status === 503 ? 503 : 500,
      view: 'errors/failed.njk',
      todo: `Something went wrong (${request.id}).`,
    })
  })
}

interface InWords {
  readonly status: number
  readonly view: string
  readonly todo: string
}

function inWords(request: FastifyRequest, reply: FastifyReply, { status, view, todo }: InWords): FastifyReply {
  void reply.code(status).header('cache-control', 'no-store')
  if (request.url.startsWith('/api/')) return reply.type(PROBLEM_TYPE).send(problemOf(status, todo))
  return reply
    .type(HTML)
    .send(render(view, { todo, number: request.id, typed: wordsTyped(request.body), frame: frameOf(request, reply) }))
}
