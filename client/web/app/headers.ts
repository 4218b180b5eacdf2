import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

/** What a page may load and run: files of our own, nothing inline. `style`: the hash of the one style that a paper carries with it, `sha256-…`. */
export const contentPolicy = (style?: string): string =>
  Object.entries({ ...DIRECTIVES, ...(style === undefined ? {} : { 'style-src': `'self' '${style}'` }) })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** Headers of every answer: our policy, no sniffing, no referrer, no frame; TLS for good where we are reached by it. */
export async function setUpHeaders(web: FastifyInstance, { tls }: { readonly tls: boolean }): Promise<void> {
  await web.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: tls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
  web.addHook('onRequest', (_request, reply, done) => {
    void reply.headers({
      'content-security-policy': contentPolicy(),
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'x-robots-tag': 'noindex',
    })
    done()
  })
}
