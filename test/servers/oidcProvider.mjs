// A real OpenID Connect provider for the tests, as a process of its own: oidc-provider is an ES module. Arguments: where the browser is sent back to, and where after signing out.
// Whoever is typed in as the login is who signs in; its mail address is the login at test.example.
import { Provider } from 'oidc-provider'
import { createServer } from 'node:http'

const [, , redirect, home] = process.argv
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'caseclock',
        client_secret: 'a secret of the tests',
        redirect_uris: [redirect],
        post_logout_redirect_uris: [home],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['roles'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id.toUpperCase()}@test.example`,
        email_verified: true,
        roles: ['coordinator@team'],
      }),
    }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['of the tests'] },
  })
  server.on('request', provider.callback())
  process.stdout.write(`${issuer}\n`)
})
