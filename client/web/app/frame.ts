import type { FastifyReply, FastifyRequest } from 'fastify'
import { emergencyWords } from '../../papers/paperFrame'
import { menuFor, type MenuItem } from './menu'
import { momentWords } from './momentWords'

/** What stands around every page. */
export interface Frame {
  readonly council: string
  readonly reader: { readonly name: string; readonly jobTitle: string } | null
  readonly menu: readonly MenuItem[]
  readonly emergency: string
  /** What was done on the page before; shown once. */
  readonly saying: string | null
  /** Made when a form asks for it. */
  readonly csrf: string
  /** Of a demo: its own time in words. */
  readonly demo: { readonly time: string } | null
  readonly path: string
}

export type FrameOf = (request: FastifyRequest, reply: FastifyReply) => Frame

/** The frame of a page that is about to be shown. Takes the saying out of the session. */
export const frameOf: FrameOf = (request, reply) => {
  const { authority, reader, session } = request
  const { saying = null } = session
  if (saying !== null) delete session.saying
  const [path = '/'] = request.url.split('?')
  return {
    council: authority?.name ?? 'Caseclock',
    reader: reader === null ? null : { name: reader.name, jobTitle: reader.jobTitle },
    menu: reader === null ? [] : menuFor(reader, path),
    emergency: emergencyWords(authority?.emergencyLine ?? ''),
    saying,
    // Made for a page that has a form and for no other: a token is a session, and a session is a row.
    get csrf() {
      return reply.generateCsrf()
    },
    demo: authority?.demo === true ? { time: momentWords(authority.now) } : null,
    path,
  }
}
