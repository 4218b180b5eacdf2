import type { Configuration } from 'openid-client'
import type { OidcSettings } from './oidcSettings'

/** What a browser's session remembers of a sign-in that has begun. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What the provider says of whoever signed in. */
export interface Told {
  readonly claims: Readonly<Record<string, unknown>>
  readonly idToken: string
}

export interface OidcProvider {
  /** Where to send a browser, and what to remember of it. */
  begin(): Promise<Begun & { readonly to: string }>
  /** Redeems what came back at `url`. Rejects for whatever is not the answer to what was begun. */
  finish(url: URL, begun: Begun): Promise<Told>
  /** Where somebody is signed out there too; undefined where the provider has no such page. */
  signOut(idToken: string): Promise<string | undefined>
}

/** Seconds by which the two clocks may differ, and for which an answer is waited. */
const TOLERANCE_S = 60
const PATIENCE_S = 10

/** The provider of the settings, asked for its addresses when first somebody signs in, and again until it has answered: it may be away when this starts. `redirect`: where it sends people back to. */
export function oidcProvider(
  { issuer, clientId, clientSecret, scope, personClaim, rolesClaim }: OidcSettings,
  { redirect, home }: { readonly redirect: string; readonly home: string },
): OidcProvider {
  // Loaded when it is needed: an ES module, which the tests' sandbox cannot load.
  const library = () => import('openid-client')
  let known: Promise<Configuration> | undefined
  const configuration = async (): Promise<Configuration> => {
    known ??= discover()
    try {
      return await known
    } catch (error) {
      known = undefined
      throw error
    }
  }
  const discover = async (): Promise<Configuration> => {
    const oidc = await library()
    const found = await oidc.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [oidc.clockTolerance]: TOLERANCE_S },
      // The way every provider offers unless it says otherwise.
      (server, client, body, headers) => {
        const { token_endpoint_auth_methods_supported: offered = ['client_secret_basic'] } = server
        const way = offered.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost
        way(clientSecret)(server, client, body, headers)
      },
      {
        timeout: PATIENCE_S,
        // The signature of an ID token is looked at too, although it comes straight from the provider. Without TLS only on this machine: oidcSettings.
        execute: [
          oidc.enableNonRepudiationChecks,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out; a provider on loopback has no TLS
          ...(issuer.startsWith('http://') ? [oidc.allowInsecureRequests] : []),
        ],
      },
    )
    return found
  }
  return {
    begin: async () => {
      const [oidc, config] = [await library(), await configuration()]
      const begun = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const to = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirect, scope, state: begun.state, nonce: begun.nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      })
      return { ...begun, to: to.href }
    },
    finish: async (url, { state, nonce, verifier }) => {
      const [oidc, config] = [await library(), await configuration()]
      const tokens = await oidc.authorizationCodeGrant(config, url, {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
      })
      const claims = tokens.claims()
      if (claims === undefined || tokens.id_token === undefined) throw new Error('The provider sent no ID token.')
      const { userinfo_endpoint: more } = config.serverMetadata()
      const wanted = [personClaim, ...(rolesClaim === null ? [] : [rolesClaim])]
      const isAllThere = wanted.every((name) => claims[name] !== undefined)
      const others =
        isAllThere || more === undefined ? {} : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
      return { claims: { ...others, ...claims }, idToken: tokens.id_token }
    },
    signOut: async (idToken) => {
      const [oidc, config] = [await library(), await configuration()]
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined
      return oidc.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: home }).href
    },
  }
}
