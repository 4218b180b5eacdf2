import type { FastifyInstance } from 'fastify'
import { underWay, type OneUnderWay } from './underWay'

declare module 'fastify' {
  interface FastifyRequest {
    /** For a page with much to work out, between two pieces of it: see underWay.ts. */
    othersFirst: OneUnderWay['othersFirst']
  }
}

/** Milliseconds in all. However busy it is, what takes long comes to its end: whoever only reads or sends slowly holds it up no longer. */
const MOST_MS = 2_000

/** Counts the requests under way: from the moment they have come as a whole until they are answered or the caller has hung up. */
export function setUpOthersFirst(web: FastifyInstance, mostMs: number = MOST_MS): void {
  const begins = underWay(mostMs)
  web.decorateRequest('othersFirst')
  web.addHook('preValidation', (request, { raw }, done) => {
    const { ended, othersFirst } = begins()
    request.othersFirst = othersFirst
    // An answer that stands behind another on its connection never closes when that breaks off.
    const { socket } = request.raw
    const over = (): void => {
      raw.off('close', over)
      socket.off('close', over)
      ended()
    }
    raw.once('close', over)
    socket.once('close', over)
    done()
  })
}
