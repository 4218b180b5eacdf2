import type { AuthorityNow } from '../../queries/web/authorityNow'
import type { Reader } from '../../queries/reading/loadReader'

/** What is known of a request before its page is asked. */
declare module 'fastify' {
  interface FastifyRequest {
    /** Set by client/web/app/signedIn.ts; null on pages for anybody. */
    reader: Reader | null
    /** Set for every page; null for files and health. */
    authority: AuthorityNow | null
  }
}
