/** Why somebody could not be signed in. `status` of the page, its heading, and what to do. */
export interface SignInFailure {
  readonly status: number
  readonly heading: string
  readonly todo: string
}

export type FailureKind = 'cancelled' | 'over' | 'clocks' | 'away' | 'not-ours' | 'nobody'

const FAILURES: Readonly<Record<FailureKind, SignInFailure>> = {
  cancelled: { status: 400, heading: 'You did not sign in', todo: 'Signing in was stopped. Nothing was changed.' },
  over: {
    status: 400,
    heading: 'That took too long',
    todo: 'Signing in was begun too long ago, or in another window. Sign in again from here.',
  },
  clocks: {
    status: 400,
    heading: 'The clocks do not agree',
    todo: 'The clock of your council’s sign-in and that of Caseclock differ by more than a minute. Tell whoever runs Caseclock at your council; until then nobody can sign in.',
  },
  away: {
    status: 503,
    heading: 'The council’s sign-in does not answer',
    todo: 'Caseclock works, and reminders leave as always, but nobody can sign in until your council’s sign-in is back. Try again in a few minutes; if it goes on, tell your IT service desk.',
  },
  'not-ours': {
    status: 400,
    heading: 'You were not signed in',
    todo: 'What your council’s sign-in answered was not meant for you here and now, so it was not taken. Sign in again; if it happens again, tell whoever runs Caseclock at your council.',
  },
  nobody: {
    status: 403,
    heading: 'Caseclock does not know you yet',
    todo: 'Your council’s sign-in knows you, and Caseclock has nobody in post under that name. Ask your team manager, or whoever runs Caseclock at your council, to add you or to correct your address.',
  },
}

export const failureOf = (kind: FailureKind): SignInFailure => FAILURES[kind]

/** What the library threw, as one of ours; undefined for what is no failure of signing in. */
export function failureKind(error: unknown): FailureKind | undefined {
  const { code, error: word, status, name } = (error ?? {}) as Readonly<Record<string, unknown>>
  if (word === 'access_denied' || word === 'login_required' || word === 'interaction_required') return 'cancelled'
  if (word === 'invalid_grant') return 'over'
  if (word === 'temporarily_unavailable' || word === 'server_error') return 'away'
  if (typeof status === 'number' && status >= 500) return 'away'
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clocks'
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON' || code === 'OAUTH_TIMEOUT')
    return 'away'
  if (name === 'TimeoutError' || (error instanceof TypeError && error.message === 'fetch failed')) return 'away'
  if ((typeof code === 'string' && code.startsWith('OAUTH_')) || typeof word === 'string') return 'not-ours'
  const { cause } = (error ?? {}) as { readonly cause?: unknown }
  return cause === undefined || cause === error ? undefined : failureKind(cause)
}
