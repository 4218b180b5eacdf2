import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'

/** Forms as browsers send them. A field that comes twice is a list. */
export async function setUpForms(web: FastifyInstance): Promise<void> {
  await web.register(formbody, { bodyLimit: 512 * 1024 })
}
