import type { FastifyInstance } from 'fastify'
import { formToken } from '../app/formToken'

/** POST /sign-out: the session is gone, in every tab. */
export function signOut(web: FastifyInstance): void {
  web.post('/sign-out', { preHandler: formToken(web) }, async (request, reply) => {
    await request.session.destroy()
    return reply.redirect('/sign-in', 303)
  })
}
