import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'

/** Forms as browsers send them. A field that comes twice is a list. */
export async function setUpForms(web: FastifyInstance): Promise<void> {
  // No browser sends a form as plain text unasked, and a token in a header would make it one without fields.
  web.removeContentTypeParser('text/plain')
  await web.register(formbody, { bodyLimit: 512 * 1024 })
  // Read by pages that say so only (`uploads`): for all others a form with files has no fields, so no token either.
  await web.register(multipart, {
    // The bytes are counted by the page, over all files together.
    limits: {
      fileSize: Number.MAX_SAFE_INTEGER,
      fieldNameSize: 60,
      fieldSize: 256 * 1024,
      fields: 10,
      files: 60,
      parts: 70,
      headerPairs: 20,
    },
  })
}
