import type { FastifyInstance, preHandlerHookHandler } from 'fastify'

/** Refuses a form that does not carry the token of its session. */
export const formToken =
  (web: FastifyInstance): preHandlerHookHandler =>
  (request, reply, done) => {
    web.csrfProtection(request, reply, done)
  }
