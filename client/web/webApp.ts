import fastify, { type FastifyInstance } from 'fastify'
import { feedRoutes, nothingHere } from '../calendar-feed/feedRoutes'
import { readClock } from '../../activities/clock'
import { feedFor } from '../queries/supervision/feedEvents'
import { setUpHeaders } from './app/headers'
import type { WebDeps } from './app/page'
import { registerPage } from './app/registerPage'
import type { WebSettings } from './app/settings'
import { setUpAssets } from './app/setUpAssets'
import { setUpErrors, type Logs } from './app/setUpErrors'
import { setUpForms } from './app/setUpForms'
import { setUpMetrics } from './app/setUpMetrics'
import { setUpOthersFirst } from './app/setUpOthersFirst'
import { setUpSessions } from './app/setUpSessions'
import { PAGES } from './pages'
import { setUpSignIn, type SignIn } from './sign-in/setUpSignIn'

export interface WebOptions extends WebDeps, Logs {
  readonly settings: WebSettings
  readonly signIn: SignIn
}

/** Milliseconds: a caller who says nothing for so long is hung up on, so that nobody keeps it from ending. */
const SILENCE_MS = 30_000
/** Milliseconds for one request as a whole: an extract is uploaded over a slow line in it. */
const LONGEST_MS = 10 * 60_000

/**
 * The whole of what a browser can ask for, as a list. Addresses are never logged: they hold references of cases and secrets of calendars.
 */
export async function webApp({ settings, signIn, log, ...deps }: WebOptions): Promise<FastifyInstance> {
  const tls = settings.baseUrl.startsWith('https://')
  const web = fastify({
    logger: false,
    requestTimeout: LONGEST_MS,
    connectionTimeout: SILENCE_MS,
    trustProxy: (_address: string, hop: number) => hop < (settings.proxies ?? 0),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => {
      nothingHere(reply)
    },
  })
  web.decorateRequest('reader', null)
  web.decorateRequest('authority', null)
  setUpOthersFirst(web)
  await setUpHeaders(web, { tls })
  setUpAssets(web, deps)
  await web.register(feedRoutes, { feedFor: (secret: string) => feedFor(deps.db, secret) })
  setUpHealth(web, deps)
  await setUpSessions(web, { db: deps.db, secret: settings.secret, tls })
  await setUpForms(web)
  setUpErrors(web, deps, { log })
  setUpMetrics(web, deps, settings.metricsToken)
  await setUpSignIn(web, deps, { signIn, triesPerMinute: settings.triesPerMinute })
  const { extracts, uploads, uploadMegabytes } = settings
  const folders = {
    ...(extracts === undefined ? {} : { extracts }),
    ...(uploads === undefined ? {} : { uploads }),
    ...(uploadMegabytes === undefined ? {} : { uploadMegabytes }),
  }
  for (const page of PAGES) registerPage(web, { ...deps, folders }, page)
  return web
}

/** /health/live while the process runs, /health/ready while the database answers. */
function setUpHealth(web: FastifyInstance, { db }: Pick<WebDeps, 'db'>): void {
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
}
