/** A page as a browser without scripts has it. */
export interface Got {
  readonly status: number
  /** Where it was sent on to; undefined where it was not. */
  readonly to: string | undefined
  readonly body: string
  /** What a reader reads, with single spaces. */
  readonly text: string
  readonly headers: Headers
}

export interface Visitor {
  get(path: string): Promise<Got>
  /** Sends a form: its token is taken from the page at `from` (the path itself, unless said), as a browser does. Lists are fields that come twice. */
  post(path: string, fields: Fields, from?: string): Promise<Got>
  /** The same for a form with files, which are its last fields. `token`: another than that of the page. */
  upload(
    path: string,
    files: readonly File[],
    more?: { readonly from?: string; readonly fields?: Fields; readonly token?: string },
  ): Promise<Got>
  /** The cookies as a browser sends them. */
  cookies(): string
  /** Sends these fields and nothing else: a form of somebody else's page. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Got>
  /** As whoever it is, from the demo's page. */
  signIn(personId: string): Promise<void>
  /** The value of a hidden field of the page last got: its token, a form's command. */
  field(name: string): string
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser that keeps cookies, finds tokens in forms, follows nobody and runs nothing. `base`: http://127.0.0.1:3000; `sends`: headers with every question. */
export function visitor(base: string, sends: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>()
  let last = ''
  const sentCookies = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (method: 'GET' | 'POST', path: string, sent?: URLSearchParams | FormData): Promise<Got> => {
    const answer = await fetch(new URL(path, base), {
      ...{ method, redirect: 'manual' },
      headers: { ...sends, cookie: sentCookies() },
      ...(sent === undefined ? {} : { body: sent }),
    })
    for (const [, name = '', value = ''] of answer.headers
      .getSetCookie()
      .flatMap((one) => [...one.matchAll(/^([^=]+)=([^;]*)/g)]))
      cookies.set(name, value)
    const body = await answer.text()
    last = body
    const { status, headers } = answer
    return { status, headers, body, to: headers.get('location') ?? undefined, text: words(body) }
  }
  const field = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(last)?.[1] ?? missing(name, last)
  const post: Visitor['post'] = async (path, fields, from = path) => {
    if (from !== '') await ask('GET', from)
    const sent = new URLSearchParams([
      ...Object.entries({ _csrf: field('_csrf') }),
      ...Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one] as [string, string]),
      ),
    ])
    return ask('POST', path, sent)
  }
  return {
    get: (path) => ask('GET', path),
    post,
    cookies: sentCookies,
    upload: async (path, files, { from = '/import', fields = {}, token } = {}) => {
      await ask('GET', from)
      const sent = new FormData()
      sent.append('_csrf', token ?? field('_csrf'))
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) sent.append(name, one)
      for (const one of files) sent.append('files', one)
      return ask('POST', path, sent)
    },
    send: (path, fields) => ask('POST', path, new URLSearchParams(fields)),
    field,
    signIn: async (personId) => {
      const answer = await post('/sign-in', { person: personId, goTo: '/' })
      if (answer.status !== 303) throw new Error(`Nobody was signed in: ${String(answer.status)} ${answer.text}`)
    },
  }
}

const missing = (name: string, body: string): never => {
  throw new Error(`The page has no field ${name}: ${words(body).slice(0, 300)}`)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

const words = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim()
