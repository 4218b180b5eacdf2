import type { WebSettings } from '../app/settings'
import { isLoopback } from './isLoopback'

/** How people of a council sign in: with its own OpenID Connect provider. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Which claim says who somebody is: their address or staff number. */
  readonly personClaim: string
  /** Which claim says what roles they hold; null: their roles are none of the provider's business. */
  readonly rolesClaim: string | null
  /** Asked for at the provider, with single spaces; always with `openid`. */
  readonly scope: string
}

export interface SettingsOfTheWeb {
  readonly web: WebSettings
  readonly oidc: OidcSettings
}

type Environment = Readonly<Record<string, string | undefined>>

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'BASE_URL', 'SESSION_SECRET'] as const
const SECRET_LENGTH = 32

/** What `caseclock web` is told by its environment and `host`, where it listens; or, as a sentence, what is missing or cannot be. */
export function oidcSettings(environment: Environment, host: string): SettingsOfTheWeb | string {
  const given = (name: string): string => environment[name]?.trim() ?? ''
  const missing = NEEDED.filter((name) => given(name) === '')
  if (missing.length > 0)
    return `Nobody could sign in: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set. See .env.example. To look at a demo on this machine, use \`npm start\`.`
  const baseUrl = given('BASE_URL').replace(/\/+$/, '')
  const problem =
    addressProblem('BASE_URL', baseUrl) ??
    addressProblem('OIDC_ISSUER', given('OIDC_ISSUER')) ??
    (isLoopback(host) || baseUrl.startsWith('https://')
      ? undefined
      : `${host} can be reached by others, so BASE_URL must begin with https://: put something that speaks TLS in front, or listen on 127.0.0.1.`) ??
    (given('SESSION_SECRET').length < SECRET_LENGTH
      ? `SESSION_SECRET has fewer than ${String(SECRET_LENGTH)} characters. Make one with: openssl rand -hex 32`
      : undefined)
  if (problem !== undefined) return problem
  const proxies = given('TRUST_PROXIES') === '' ? 0 : Number(given('TRUST_PROXIES'))
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10)
    return 'TRUST_PROXIES is how many proxies stand in front, from 0 to 10.'
  if (proxies === 0 && baseUrl.startsWith('https://'))
    return 'BASE_URL begins with https://, which a proxy in front must speak, and TRUST_PROXIES is 0: nobody would stay signed in. Set TRUST_PROXIES to how many proxies stand in front.'
  const limits = wholeNumbers(environment, { uploadMegabytes: 'UPLOAD_MEGABYTES', triesPerMinute: 'SIGN_IN_TRIES' })
  if (typeof limits === 'string') return limits
  return {
    web: {
      ...{ baseUrl, secret: given('SESSION_SECRET'), proxies },
      ...texts(environment, { extracts: 'EXTRACTS_FOLDER', uploads: 'UPLOADS_FOLDER', metricsToken: 'METRICS_TOKEN' }),
      ...limits,
    },
    oidc: {
      issuer: given('OIDC_ISSUER'),
      clientId: given('OIDC_CLIENT_ID'),
      clientSecret: given('OIDC_CLIENT_SECRET'),
      personClaim: given('OIDC_PERSON_CLAIM') || 'email',
      rolesClaim: given('OIDC_ROLES_CLAIM') || null,
      scope: [...new Set(['openid', ...(given('OIDC_SCOPE') || 'email profile').split(/\s+/)])].join(' '),
    },
  }
}

/** Without TLS only on this machine: what goes to a provider lets somebody in. */
function addressProblem(name: string, address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    return `${name} is no address of a server. It is like https://caseclock.example, with nothing after a question mark.`
  return url.protocol === 'https:' || isLoopback(url.hostname)
    ? undefined
    : `${name} must begin with https://: without it others could read what lets somebody in.`
}

/** What is set of these; the rest is left out. */
function texts<K extends string>(environment: Environment, names: Readonly<Record<K, string>>) {
  const given = Object.entries<string>(names).map(([key, name]) => [key, environment[name]?.trim() ?? ''])
  return Object.fromEntries(given.filter(([, value]) => value !== '')) as Partial<Record<K, string>>
}

/** The same of whole numbers above 0; a sentence where one is none. */
function wholeNumbers<K extends string>(environment: Environment, names: Readonly<Record<K, string>>) {
  const given = texts(environment, names)
  const wrong = (Object.keys(given) as K[]).find((key) => !/^[1-9]\d{0,6}$/.test(given[key] ?? ''))
  if (wrong !== undefined) return `${names[wrong]} is a whole number above 0.`
  return Object.fromEntries(
    Object.entries<string | undefined>(given).map(([key, value]) => [key, Number(value)]),
  ) as Partial<Record<K, number>>
}
