import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { loadReader } from '../../queries/reading/loadReader'
import { peopleInPost } from '../../queries/web/peopleInPost'
import { NOTHING_HERE, show } from '../app/answer'
import { frameOf } from '../app/frame'
import type { WebDeps } from '../app/page'
import { send } from '../app/send'
import { knowAuthority } from '../app/signedIn'
import { isForDemo } from './isForDemo'
import { formToken } from '../app/formToken'
import { localPath } from './localPath'
import { whomToBe } from './whomToBe'

const chosen = z.object({ person: z.uuid(), goTo: z.unknown().optional() })

/**
 * A demo's page of whom to be. Asked for by this machine, under a name of this machine (a page elsewhere cannot borrow it), and only where the authority is a demo; else there is
 * nothing here.
 */
export function demoSignIn(web: FastifyInstance, deps: WebDeps): void {
  const known = knowAuthority(deps)
  web.get('/sign-in', { preHandler: known }, async (request, reply) => {
    const sending = { request, reply, frame: frameOf }
    const { authority } = request
    if (authority === null || !isForDemo(request)) return send(NOTHING_HERE, sending)
    const people = whomToBe(await peopleInPost(deps.db, authority.today))
    const { goTo } = request.query as { readonly goTo?: unknown }
    return send(show('sign-in/demoSignIn.njk', { ...people, goTo: localPath(goTo) }), sending)
  })
  web.post('/sign-in', { preHandler: [known, formToken(web)] }, async (request, reply) => {
    const sending = { request, reply, frame: frameOf }
    const { authority } = request
    const form = chosen.safeParse(request.body)
    if (authority === null || !isForDemo(request) || !form.success) return send(NOTHING_HERE, sending)
    const reader = await loadReader(deps.db, form.data.person, authority.today)
    if (reader === undefined) return send(NOTHING_HERE, sending)
    await request.session.regenerate()
    request.session.personId = reader.id
    return reply.redirect(localPath(form.data.goTo), 303)
  })
}
