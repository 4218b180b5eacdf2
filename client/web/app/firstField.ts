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
  const rest: AsyncIterator<Multipart> = { next: () => parts.next().catch(unreadable) }
  const first = await rest.next()
  request.rest = rest
  const field = first.done === true ? undefined : first.value
  if (field?.type === 'field' && field.fieldname === '_csrf') request.body = { _csrf: field.value }
  else if (field?.type === 'file') field.file.resume()
}

/** A form that is no form: whoever sent it can put it right, so it is no failure of ours. What the reader says itself (too large, too many) stays. */
const unreadable = (error: unknown): never => {
  throw error instanceof Error && 'statusCode' in error
    ? error
    : Object.assign(new Error('This form cannot be read.', { cause: error }), { statusCode: 400 })
}

/** After the answer: what of a form was not read flows away, so that the connection is not held up by it. */
export function letFlow(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  request.raw.unpipe()
  request.raw.resume()
  done()
}
