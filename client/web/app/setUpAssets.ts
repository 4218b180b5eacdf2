import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { councilColour } from '../../queries/web/authorityNow'
import type { WebDeps } from './page'

const OURS = path.join(__dirname, '..', 'assets')
const GOVUK = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist', 'govuk')
/** Where the build leaves the style sheet: beside this in dist, and for the sources, which tests run, in dist too. */
const STYLES = [
  path.join(OURS, 'app.css'),
  path.join(OURS, '..', '..', '..', 'dist', 'client', 'web', 'assets', 'app.css'),
]

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** A few files, read once: style sheet and small scripts, our own and those of govuk-frontend (without its crown and its licensed font). They hold nothing about anybody. */
export function setUpAssets(web: FastifyInstance, { db }: Pick<WebDeps, 'db'>): void {
  const style = STYLES.find((one) => existsSync(one))
  if (style === undefined) throw new Error('The style sheet has not been built. Run `npm run build`.')
  const ours = readdirSync(OURS).filter((name) => ['.js', '.svg'].includes(path.extname(name)))
  const files = new Map([
    ...ours.map((name) => [name, path.join(OURS, name)] as const),
    ['app.css', style],
    ['govuk-frontend.js', path.join(GOVUK, 'govuk-frontend.min.js')],
  ])
  for (const [name, from] of files) {
    const bytes = readFileSync(from)
    web.get(`/assets/${name}`, (_request, reply) =>
      kept(reply)
        .type(TYPES[path.extname(name)] ?? '')
        .send(bytes),
    )
  }
  web.get('/assets/council.css', async (_request, reply) =>
    kept(reply)
      .type(TYPES['.css'] ?? '')
      .send(`:root{--council:${await councilColour(db)}}\n`),
  )
}

/** An hour: after an upgrade nobody works with yesterday's scripts for long. */
const kept = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'public, max-age=3600')
