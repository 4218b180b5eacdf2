import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { WebDeps } from '../app/page'
import { signOut } from './signOut'

/** How people say who they are: /sign-in and what belongs to it. Puts the person's id into the session, and nothing else about them. */
export type SignIn = (web: FastifyInstance, deps: WebDeps) => void

interface SigningIn {
  readonly signIn: SignIn
  readonly triesPerMinute?: number | undefined
}

/** Signing in and out. Its pages are for anybody, so they may be asked for only so often. */
export async function setUpSignIn(
  web: FastifyInstance,
  deps: WebDeps,
  { signIn, triesPerMinute = 300 }: SigningIn,
): Promise<void> {
  await web.register(async (limited) => {
    await limited.register(rateLimit, { max: triesPerMinute, timeWindow: '1 minute' })
    signOut(limited)
    signIn(limited, deps)
  })
}
