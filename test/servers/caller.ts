import type { Agent } from 'node:http'
import { request, type OutgoingHttpHeaders } from 'node:http'

/** What came back, as it is. */
export interface Reply {
  readonly status: number
  readonly to: string | undefined
  readonly type: string
  readonly body: string
}

export interface Calling {
  /** As it goes over the line: nothing is encoded or tidied. */
  readonly path: string
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
  /** Another cookie than its own. */
  readonly cookie?: string
}

/** Somebody's browser, for questions by the thousand: it keeps its connection, its cookie and its token, and tidies nothing. */
export interface Caller {
  readonly token: string
  call(calling: Calling): Promise<Reply>
  /** A form with its token. */
  form(path: string, fields?: Readonly<Record<string, string>>): Promise<Reply>
}

/** How long an answer may take, in milliseconds. */
const PATIENCE_MS = 20_000

/** Signs in to a demo at `base` as this person; nobody is signed in without one. */
export async function caller(base: string, agent: Agent, personId?: string): Promise<Caller> {
  const { hostname, port } = new URL(base)
  let cookie = ''
  const once = (calling: Calling, through: Agent | false): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { path, method = 'GET', headers = {}, body } = calling
      const sent = request(
        {
          ...{ hostname, port, path, method, agent: through, timeout: PATIENCE_MS },
          // Without its length a body of OPTIONS or DELETE would be read as the next question.
          headers: {
            cookie: calling.cookie ?? cookie,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          for (const one of answer.headers['set-cookie'] ?? []) {
            const [pair = ''] = one.split(';')
            if (calling.cookie === undefined) cookie = pair
          }
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            resolve({
              status: answer.statusCode ?? 0,
              ...{ to: answer.headers.location, type: answer.headers['content-type'] ?? '' },
              body: Buffer.concat(chunks).toString(),
            })
          })
        },
      )
      sent.on('timeout', () => sent.destroy(new Error(`No answer in time: ${method} ${path.slice(0, 200)}`)))
      sent.on('error', (error: Error) => {
        // A server may close a line it has answered on while the next question is on its way: then it is asked again on a new one, once.
        if (through !== false) once(calling, false).then(resolve, reject)
        else reject(new Error(`${error.message}: ${method} ${path.slice(0, 300)} ${JSON.stringify(headers)}`))
      })
      sent.end(body)
    })
  const call = (calling: Calling): Promise<Reply> => once(calling, agent)
  const tokenOf = ({ body }: Reply): string => /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''
  const form = (token: string, path: string, fields: Readonly<Record<string, string>>): Promise<Reply> =>
    call({
      ...{ path, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      body: new URLSearchParams({ _csrf: token, ...fields }).toString(),
    })
  let token = tokenOf(await call({ path: '/sign-in' }))
  if (personId !== undefined) {
    const { status } = await form(token, '/sign-in', { person: personId, goTo: '/' })
    if (status !== 303) throw new Error(`Nobody was signed in: ${String(status)}.`)
    token = tokenOf(await call({ path: '/my-work' }))
  }
  return { token, call, form: (path, fields = {}) => form(token, path, fields) }
}
