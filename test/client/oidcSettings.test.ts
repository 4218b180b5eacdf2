import { oidcSettings } from '../../client/web/sign-in/oidcSettings'

const GOOD = {
  ...{ OIDC_ISSUER: 'https://sign-in.council.example', OIDC_CLIENT_ID: 'caseclock', OIDC_CLIENT_SECRET: 'x' },
  ...{ BASE_URL: 'https://caseclock.example/', SESSION_SECRET: '0123456789'.repeat(4) },
}

describe('the settings of signing in', () => {
  it('are read, with what they are unless set', () => {
    expect(oidcSettings(GOOD, '0.0.0.0')).toEqual({
      web: { baseUrl: 'https://caseclock.example', secret: '0123456789'.repeat(4), proxies: 0 },
      oidc: {
        ...{ issuer: 'https://sign-in.council.example', clientId: 'caseclock', clientSecret: 'x' },
        ...{ personClaim: 'email', rolesClaim: null, scope: 'openid email profile' },
      },
    })
  })

  it('on loopback may do without TLS', () => {
    const settings = oidcSettings(
      { ...GOOD, OIDC_ISSUER: 'http://127.0.0.1:9', BASE_URL: 'http://localhost:3000' },
      '127.0.0.1',
    )
    expect(settings).toMatchObject({ web: { baseUrl: 'http://localhost:3000' } })
  })

  it.each([
    [{ OIDC_ISSUER: '', BASE_URL: ' ' }, '127.0.0.1', 'OIDC_ISSUER, BASE_URL are not set'],
    [{ OIDC_ISSUER: 'http://sign-in.council.example' }, '127.0.0.1', 'OIDC_ISSUER must begin with https://'],
    [{ OIDC_ISSUER: 'http://127.0.0.1.council.example' }, '127.0.0.1', 'OIDC_ISSUER must begin with https://'],
    [{ OIDC_ISSUER: 'ftp://127.0.0.1' }, '127.0.0.1', 'OIDC_ISSUER is no address'],
    [{ BASE_URL: 'caseclock.example' }, '127.0.0.1', 'BASE_URL is no address'],
    [{ BASE_URL: 'http://127.0.0.1:3000' }, '0.0.0.0', '0.0.0.0 can be reached by others'],
    [{ SESSION_SECRET: 'short' }, '127.0.0.1', 'fewer than 32'],
    [{ TRUST_PROXIES: '-1' }, '127.0.0.1', 'TRUST_PROXIES'],
    [{ TRUST_PROXIES: 'all' }, '127.0.0.1', 'TRUST_PROXIES'],
  ])('refuses %o on %s', (wrong, host, words) => {
    expect(oidcSettings({ ...GOOD, ...wrong }, host)).toEqual(expect.stringContaining(words))
  })
})
