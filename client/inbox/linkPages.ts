import type { FastifyInstance } from 'fastify'
import { escape, page } from './page'

/** What stands in an address and is shown in a command to copy: a case reference or an id, and nothing a shell would act on. */
const SAFE = /^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/

const commands = (...lines: readonly string[]): string => `<pre><code>${lines.map(escape).join('\n')}</code></pre>`

const WHERE = '<p>The pages of Caseclock are not made yet. Until then this is done in a terminal, in its folder:</p>'

const casePage = (ref: string): string =>
  page(
    `Case ${ref}`,
    `${WHERE}${commands(`npx caseclock case ${ref}`)}<p>What is due and why, who was told, what happened.</p>`,
  )

const alertPage = (id: string): string =>
  page(
    'Answer an alert',
    `${WHERE}<h2 id="acknowledge">Say that you have this</h2>${commands(`npx caseclock answer ${id} --acknowledge --as YOU`)}
<h2 id="promise">Promise what will be done, by whom and when</h2>${commands(`npx caseclock answer ${id} --promise "WHAT" --by YYYY-MM-DD --owner WHO --as YOU`)}
<h2>Ask for time, pass it up, disagree</h2>${commands(
      `npx caseclock answer ${id} --more-time "WHY" --by YYYY-MM-DD --as YOU`,
      `npx caseclock answer ${id} --pass-up "WHY" --as YOU`,
      `npx caseclock answer ${id} --challenge "WHY" --as YOU`,
    )}<p>YOU and WHO are staff numbers or names. It ends by itself when what it is about has been recorded.</p>`,
  )

const SETTINGS = page(
  'What you get',
  '<p>You are told because of your role on a case, or of your team’s. There is nothing to set here yet: ask whoever runs Caseclock to change your role.</p>',
)

/** What the links of a mail lead to while Caseclock has no pages of its own: how the same is done in a terminal. Decides nothing, and reads nothing. */
export function linkPages(web: FastifyInstance): void {
  const html = 'text/html; charset=utf-8'
  const about = (path: string, pageOf: (name: string) => string): void => {
    web.get<{ Params: { name: string } }>(`${path}/:name`, async ({ params: { name } }, reply) =>
      SAFE.test(name)
        ? reply.type(html).send(pageOf(name))
        : reply
            .code(404)
            .type('text/plain')
            .send('There is no such page. Open the link of the mail as it stands there.'),
    )
  }
  about('/cases', casePage)
  about('/escalations', alertPage)
  web.get('/settings', async (_request, reply) => reply.type(html).send(SETTINGS))
}
