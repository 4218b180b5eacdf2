import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { realNow } from '../../../activities/realNow'
import { authorityNow } from '../../queries/web/authorityNow'
import { gauges, type Gauge } from '../../queries/web/metrics'
import type { WebDeps } from './page'

/** `/metrics`, for whoever sends the token, as Prometheus reads it. Without the token, or where none was set, there is nothing here. */
export function setUpMetrics(web: FastifyInstance, { db }: Pick<WebDeps, 'db'>, token: string | undefined): void {
  if (token === undefined || token === '') return
  web.get('/metrics', async ({ headers }, reply) => {
    if (!isSame(headers.authorization ?? '', `Bearer ${token}`)) {
      reply.callNotFound()
      return reply
    }
    const { now, today } = await authorityNow(db)
    const lines = metricsText(await gauges(db, { day: today.toString(), now, real: realNow() }))
    return reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8').send(lines)
  })
}

export const metricsText = (all: readonly Gauge[]): string =>
  all
    .map(({ name, label, value }, index) => {
      const type = all[index - 1]?.name === name ? '' : `# TYPE ${name} gauge\n`
      return `${type}${name}${label === null ? '' : `{rung="${label}"}`} ${String(value)}\n`
    })
    .join('')

/** By hashes of one length, so that the time it takes says nothing. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other))
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
