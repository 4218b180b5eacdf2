import '@fastify/session'

/** What a browser's session holds of ours. Kept in Postgres; the browser has the secret of its row, nothing else. */
declare module 'fastify' {
  interface Session {
    /** Who is signed in, by id; missing until somebody is. */
    personId?: string
    /** A sentence to show on the next page, once. */
    saying?: string
    /** What a sign-in that has begun must be answered with; and the page it goes on to. */
    signIn?: { readonly state: string; readonly nonce: string; readonly verifier: string; readonly goTo: string }
    /** For the provider, when somebody signs out. */
    idToken?: string
  }
}
