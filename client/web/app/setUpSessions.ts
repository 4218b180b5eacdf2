import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../../prisma/database'
import { sessionStore } from './sessionStore'
import './webSession'

interface Sessions {
  readonly db: Database
  readonly secret: string
  /** Cookies only over TLS. */
  readonly tls: boolean
}

/** Sessions in Postgres, their cookie, and the token that every form carries: a form that was made elsewhere is refused. */
export async function setUpSessions(web: FastifyInstance, { db, secret, tls }: Sessions): Promise<void> {
  await web.register(cookie)
  await web.register(session, {
    secret,
    store: sessionStore(db),
    cookieName: tls ? '__Host-caseclock' : 'caseclock',
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: tls },
    saveUninitialized: false,
    rolling: false,
  })
  await web.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: ({ body, headers }) => {
      const { _csrf: token } = (body ?? {}) as { readonly _csrf?: unknown }
      const { 'csrf-token': header } = headers
      return typeof token === 'string' ? token : typeof header === 'string' ? header : undefined
    },
  })
}
