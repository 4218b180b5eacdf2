import type { FastifyInstance } from 'fastify'
import { underWay, type UnderWay } from './underWay'

declare module 'fastify' {
  interface FastifyInstance {
    /** For a page with much to work out, between two pieces of it: see underWay.ts. */
    othersFirst: UnderWay['othersFirst']
  }
}

/** Milliseconds. Some pages' worth: however busy it is, what takes long comes to its end. */
const MOST_MS = 50

/** Counts the requests under way: from the moment they come until they are answered or the caller has hung up. */
export function setUpOthersFirst(web: FastifyInstance, mostMs: number = MOST_MS): void {
  const { begun, ended, othersFirst } = underWay(mostMs)
  web.decorate('othersFirst', othersFirst)
  web.addHook('onRequest', (_request, { raw }, done) => {
    begun()
    raw.once('close', ended)
    done()
  })
}
