import type { Multipart } from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** What a form with files brings after its token, in its order; undefined where it brings none. */
    rest?: AsyncIterator<Multipart>
  }
}

/**
 * Reads the first field of a form with files and nothing more: it is to be the token. So a form that was made elsewhere is refused before a byte of its files is
 * looked at.
 */
export async function firstField(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return
  const parts = request.parts()
  const first = await parts.next()
  request.rest = parts
  const field = first.done === true ? undefined : first.value
  if (field?.type === 'field' && field.fieldname === '_csrf') request.body = { _csrf: field.value }
  else if (field?.type === 'file') field.file.resume()
}

/** After the answer: what of a form was not read flows away, so that the connection is not held up by it. */
export function letFlow(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  request.raw.unpipe()
  request.raw.resume()
  done()
}
