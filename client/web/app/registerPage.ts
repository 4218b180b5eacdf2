import type { FastifyInstance, FastifyRequest, preHandlerHookHandler } from 'fastify'
import type { Asked, Page, WebDeps } from './page'
import { firstField, letFlow } from './firstField'
import { formToken } from './formToken'
import { frameOf } from './frame'
import { send } from './send'
import { knowAuthority, signedIn } from './signedIn'

/** Puts a page where it is asked for, behind what everybody passes: who is signed in, what they hold, and for a form its token. */
export function registerPage(
  web: FastifyInstance,
  deps: WebDeps,
  { method, path, needs, uploads, answer }: Page,
): void {
  const guards = [knowAuthority(deps), signedIn(deps, needs)]
  web.route({
    method,
    url: path,
    preHandler:
      method === 'POST'
        ? [...guards, ...(uploads === true ? [firstField] : []), formToken(web), readable]
        : [...guards, readable],
    ...(uploads === true ? { onResponse: letFlow } : {}),
    handler: async (request, reply) => send(await answer(askedOf(request, deps)), { request, reply, frame: frameOf }),
  })
}

/** A character that no table can keep (NUL) is in nothing that anybody types: refused before a page has to think of it. */
const readable: preHandlerHookHandler = ({ params, query, body }, _reply, done) => {
  if (isOdd(params)) done(Object.assign(new Error('NUL'), { statusCode: 404 }))
  else done(isOdd([query, body]) ? Object.assign(new Error('NUL'), { statusCode: 400 }) : undefined)
}

/** A body of another kind, such as plain text, has no fields. */
const isForm = (body: unknown): body is object => typeof body === 'object' && body !== null

const isOdd = (given: unknown): boolean => JSON.stringify(given ?? null).includes('\\u0000')

function askedOf(request: FastifyRequest, deps: WebDeps): Asked {
  const { reader, authority, params, query, body, url } = request
  if (reader === null || authority === null) throw new Error('A page was asked before its guards.')
  return {
    ...deps,
    ...{ reader, today: authority.today, now: authority.now, url, request },
    params: params as Asked['params'],
    query: query as Asked['query'],
    form: (isForm(body) ? body : {}) as Asked['form'],
  }
}
