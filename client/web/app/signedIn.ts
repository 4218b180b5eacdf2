import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Permission } from '../../../domain/access/permissions'
import { loadReader, permissionsOf } from '../../queries/reading/loadReader'
import { authorityNow } from '../../queries/web/authorityNow'
import { NOTHING_HERE, show } from './answer'
import type { WebDeps } from './page'
import { frameOf } from './frame'
import { PROBLEM_TYPE, problemOf } from './problem'
import { send } from './send'
import { wordsTyped } from './wordsTyped'
import './asking'

/** Before every page: the authority and its time. */
export const knowAuthority =
  ({ db }: Pick<WebDeps, 'db'>) =>
  async (request: FastifyRequest): Promise<void> => {
    request.authority = await authorityNow(db)
  }

/**
 * Before every page for somebody: who is signed in, looked up anew at every request, so that whoever has left or lost a role is out at once; and whether they hold what the page
 * needs. Who is not signed in is sent to do so, and comes back. What a reader may not see is "nothing here", as what there is not.
 */
export const signedIn =
  ({ db }: Pick<WebDeps, 'db'>, needs: Permission) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { session, authority } = request
    const { personId } = session
    const reader =
      personId === undefined || authority === null ? undefined : await loadReader(db, personId, authority.today)
    if (reader === undefined) {
      if (personId !== undefined) await session.destroy()
      return wantsJson(request)
        ? reply.code(401).type(PROBLEM_TYPE).send(problemOf(401, 'Sign in with a browser, and send its cookie.'))
        : toSignIn(request, reply)
    }
    request.reader = reader
    if (!permissionsOf(reader).has(needs))
      return wantsJson(request)
        ? reply.code(404).type(PROBLEM_TYPE).send(problemOf(404, 'There is nothing here.'))
        : send(NOTHING_HERE, { request, reply, frame: frameOf })
    return undefined
  }

/** Whoever was looking comes back where they were; whoever had written something reads it once more. */
function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const signIn = `/sign-in${request.method === 'GET' ? `?goTo=${encodeURIComponent(request.url)}` : ''}`
  const typed = wordsTyped(request.body)
  return typed.length === 0
    ? reply.redirect(signIn, 303)
    : send(show('errors/signedOut.njk', { signIn, typed }, 401), { request, reply, frame: frameOf })
}

const wantsJson = ({ url }: FastifyRequest): boolean => url.startsWith('/api/')
