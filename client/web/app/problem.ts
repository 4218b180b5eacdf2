/** What went wrong, for a program: RFC 9457. `detail` says what to do. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

const TITLES: Readonly<Record<number, string>> = {
  ...{ 400: 'Not understood', 401: 'Not signed in', 403: 'Not allowed', 404: 'Nothing here', 409: 'Changed since' },
  ...{ 413: 'Too large', 415: 'Not JSON', 422: 'Not right', 429: 'Too many tries', 428: 'Not complete' },
}

export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
}

export const problemOf = (status: number, detail: string): Problem => ({
  ...{ type: 'about:blank', title: TITLES[status] ?? 'Failed', status, detail },
})
