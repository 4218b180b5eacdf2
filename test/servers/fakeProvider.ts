import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** What the provider does next; everything as it should be unless told. */
export interface Doing {
  claims?: Readonly<Record<string, unknown>>
  /** Signs with a key it does not publish. */
  strangeKey?: boolean
  /** Answers this OAuth error to the code. */
  tokenError?: string
  /** Answers 503 to everything. */
  away?: boolean
}

export interface FakeProvider {
  readonly issuer: string
  /** Claims of the ID token beside the usual ones, and instead of them. */
  doing: Doing
  /** What it has been asked at its token endpoint, with the client's credentials. */
  readonly redeemed: readonly { readonly form: URLSearchParams; readonly authorization: string }[]
  /** As whoever is asked at `authorise`: where the browser is sent back to, with a code. */
  answer(authorise: string): string
  stop(): Promise<void>
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An OpenID Connect provider that can be told to do wrong. Real RS256 signatures. `seconds`: real time in epoch seconds. */
export async function fakeProvider(clientId: string, seconds: () => number): Promise<FakeProvider> {
  const good = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const strange = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, string | null>()
  const redeemed: { form: URLSearchParams; authorization: string }[] = []
  const sign = (claims: object): string => {
    const text = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`
    const { privateKey } = provider.doing.strangeKey === true ? strange : good
    return `${text}.${createSign('sha256').update(text).sign(privateKey, 'base64url')}`
  }
  const json = (response: ServerResponse, body: object, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { issuer, doing } = provider
    if (doing.away === true) {
      response.writeHead(503).end('away')
      return
    }
    if (request.url === '/.well-known/openid-configuration')
      json(response, {
        ...{
          issuer,
          authorization_endpoint: `${issuer}/authorise`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
        },
        end_session_endpoint: `${issuer}/end`,
      })
    else if (request.url === '/jwks')
      json(response, { keys: [{ ...good.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
    else if (request.url === '/token') {
      const form = new URLSearchParams(String(Buffer.concat(await request.toArray())))
      redeemed.push({ form, authorization: request.headers.authorization ?? '' })
      if (doing.tokenError !== undefined) {
        json(response, { error: doing.tokenError }, 400)
        return
      }
      const now = seconds()
      const usual = {
        iss: issuer,
        aud: clientId,
        sub: 'one',
        iat: now,
        exp: now + 300,
        nonce: codes.get(form.get('code') ?? ''),
      }
      json(response, { access_token: 'x', token_type: 'Bearer', id_token: sign({ ...usual, ...doing.claims }) })
    } else response.writeHead(404).end()
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const provider: FakeProvider = {
    issuer: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    doing: {},
    redeemed,
    answer: (authorise) => {
      const { searchParams: asked } = new URL(authorise)
      const code = randomUUID()
      codes.set(code, asked.get('nonce'))
      return `/sign-in/callback?code=${code}&state=${asked.get('state') ?? ''}`
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return provider
}
