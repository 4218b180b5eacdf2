import { oidcSettings } from '../../client/web/sign-in/oidcSettings'

const GOOD = {
  ...{ OIDC_ISSUER: 'https://sign-in.council.example', OIDC_CLIENT_ID: 'caseclock', OIDC_CLIENT_SECRET: 'x' },
  ...{ BASE_URL: 'https://caseclock.example/', SESSION_SECRET: '0123456789'.repeat(4), TRUST_PROXIES: '1' },
}

describe('the settings of signing in', () => {
  it('are read, with what they are unless set', () => {
    expect(oidcSettings(GOOD, '0.0.0.0')).toEqual({
      web: { baseUrl: 'https://caseclock.example', secret: '0123456789'.repeat(4), proxies: 1 },
      oidc: {
        ...{ issuer: 'https://sign-in.council.example', clientId: 'caseclock', clientSecret: 'x' },
        ...{ personClaim: 'email', rolesClaim: null, scope: 'openid email profile' },
      },
    })
  })

  it('say where extracts lie, how much may be uploaded, and who reads the figures', () => {
    const settings = oidcSettings(
      {
        ...GOOD,
        ...{ EXTRACTS_FOLDER: '/extracts', UPLOADS_FOLDER: '/uploads', UPLOAD_MEGABYTES: '50' },
        ...{ METRICS_TOKEN: 'a token', SIGN_IN_TRIES: '90' },
      },
      '0.0.0.0',
    )
    expect(settings).toMatchObject({
      web: {
        ...{ extracts: '/extracts', uploads: '/uploads', uploadMegabytes: 50 },
        ...{ metricsToken: 'a token', triesPerMinute: 90 },
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
    [{ TRUST_PROXIES: '0' }, '127.0.0.1', 'nobody would stay signed in'],
    [{ TRUST_PROXIES: '' }, '127.0.0.1', 'nobody would stay signed in'],
    [{ UPLOAD_MEGABYTES: '0' }, '127.0.0.1', 'UPLOAD_MEGABYTES is a whole number'],
    [{ SIGN_IN_TRIES: 'many' }, '127.0.0.1', 'SIGN_IN_TRIES is a whole number'],
  ])('refuses %o on %s', (wrong, host, words) => {
    expect(oidcSettings({ ...GOOD, ...wrong }, host)).toEqual(expect.stringContaining(words))
  })
})
