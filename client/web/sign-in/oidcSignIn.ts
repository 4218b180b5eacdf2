import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { alignRoles } from '../../commands/web/alignRoles'
import { personOfClaim } from '../../queries/web/personOfClaim'
import { show } from '../app/answer'
import { frameOf } from '../app/frame'
import type { WebDeps } from '../app/page'
import { send } from '../app/send'
import { knowAuthority } from '../app/signedIn'
import { claimText, claimTexts } from './claims'
import { localPath } from './localPath'
import { failureKind, failureOf, type FailureKind } from './oidcFailure'
import { oidcProvider } from './oidcProvider'
import type { OidcSettings } from './oidcSettings'
import type { SignIn } from './setUpSignIn'

export interface OidcSignIn {
  readonly oidc: OidcSettings
  readonly baseUrl: string
  /** One line about a sign-in that failed: a code of the library, no name. */
  readonly log: (line: string) => void
}

/**
 * Signing in with the council's own OpenID Connect provider: authorization code with PKCE, state and nonce kept in the session, a new session once somebody is signed in. Who it is, a
 * claim says; what they may do, Caseclock's own table says.
 */
export const oidcSignIn =
  ({ oidc, baseUrl, log }: OidcSignIn): SignIn =>
  (web: FastifyInstance, deps: WebDeps): void => {
    const provider = oidcProvider(oidc, { redirect: `${baseUrl}/sign-in/callback`, home: `${baseUrl}/sign-in` })
    const known = { preHandler: knowAuthority(deps) }
    const failed = (request: FastifyRequest, reply: FastifyReply, kind: FailureKind): FastifyReply => {
      const { status, ...words } = failureOf(kind)
      return send(show('sign-in/notSignedIn.njk', words, status), { request, reply, frame: frameOf })
    }
    const orFailed = async (request: FastifyRequest, reply: FastifyReply, work: () => Promise<FastifyReply>) => {
      try {
        return await work()
      } catch (error) {
        const kind = failureKind(error)
        if (kind === undefined) throw error
        const { code = '', error: word = '' } = error as { readonly code?: string; readonly error?: string }
        log(`sign-in: ${kind} ${code} ${word}`.trim())
        return failed(request, reply, kind)
      }
    }

    /** Where to sign out at the provider too. Where it cannot be asked the page says to do it there: whoever signs out is never kept in. */
    const signOutAt = async (idToken: string): Promise<string | undefined> => {
      try {
        return await provider.signOut(idToken)
      } catch (error) {
        log(`sign-out: the provider could not be asked: ${error instanceof Error ? error.name : 'unknown error'}`)
        return undefined
      }
    }

    // Somebody who was going somewhere goes on to the provider. Who comes from a form, or has signed out, is asked first: a browser lets no form end at another host.
    web.get('/sign-in', known, (request, reply) => {
      const { goTo } = request.query as { readonly goTo?: unknown }
      return goTo === undefined
        ? send(show('sign-in/signIn.njk', {}), { request, reply, frame: frameOf })
        : orFailed(request, reply, async () => {
            const { to, ...begun } = await provider.begin()
            request.session.signIn = { ...begun, goTo: localPath(goTo) }
            return reply.header('cache-control', 'no-store').redirect(to, 303)
          })
    })

    web.get('/sign-in/callback', known, (request, reply) =>
      orFailed(request, reply, async () => {
        const { authority, session } = request
        const { signIn: begun } = session
        // Taken once: what comes back a second time is an answer to nothing.
        delete session.signIn
        if (begun === undefined || authority === null) return failed(request, reply, 'over')
        const { claims, idToken } = await provider.finish(new URL(request.url, baseUrl), begun)
        const name = claimText(claims, oidc.personClaim)
        const personId = name === undefined ? undefined : await personOfClaim(deps.db, name, authority.today)
        if (personId === undefined) return failed(request, reply, 'nobody')
        if (oidc.rolesClaim !== null) await alignRoles(deps, { personId, values: claimTexts(claims, oidc.rolesClaim) })
        await session.regenerate()
        request.session.personId = personId
        request.session.idToken = idToken
        return reply.header('cache-control', 'no-store').redirect(begun.goTo, 303)
      }),
    )

    // A page, not an answer that sends on: the form of signing out may not end at another host.
    web.get('/sign-in/out', known, async (request, reply) => {
      const { idToken, personId } = request.session
      // By a link of somebody else: only the form of signing out, with its token, leads here.
      if (personId !== undefined) return reply.redirect('/', 303)
      // A new one: the page has a frame, which needs a session.
      await request.session.regenerate()
      const to = idToken === undefined ? undefined : await signOutAt(idToken)
      return send(show('sign-in/signedOut.njk', { to }), { request, reply, frame: frameOf })
    })
  }
