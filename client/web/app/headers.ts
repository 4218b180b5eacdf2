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

/** Of a page that shows a mail in a frame: as every page, and frames of our own. */
export const FRAMING_POLICY = `${contentPolicy()}; frame-src 'self'`

/** Of a mail in that frame: its own style and nothing else, no scripts, no forms, no address it could come from. */
export const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

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
