import type { FastifyInstance } from 'fastify'
import { formToken } from '../app/formToken'

/** POST /sign-out: the session is gone, in every tab. Who signed in elsewhere is signed out there on the next page, for which a new session keeps no more than how. */
export function signOut(web: FastifyInstance): void {
  web.post('/sign-out', { preHandler: formToken(web) }, async (request, reply) => {
    const { idToken } = request.session
    if (idToken === undefined) {
      await request.session.destroy()
      return reply.redirect('/sign-in', 303)
    }
    await request.session.regenerate()
    request.session.idToken = idToken
    return reply.redirect('/sign-in/out', 303)
  })
}
