import { textOf } from '../app/formText'
import { setSending } from '../../commands/setSending'
import { waitingMail, type WaitingMail } from '../../queries/waitingMail'
import { goTo, type Answer } from '../app/answer'
import { page, type Asked, type Page } from '../app/page'
import { cells, howMany, type Table } from '../app/table'
import { adminPage, type Wrong } from './sections'

const needs = 'run-authority'
const MOST = 100

export const SENDING_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/sending', needs, answer: (asked) => sendingPage(asked) }),
  page({ method: 'POST', path: '/admin/sending', needs, answer: change }),
]

async function sendingPage({ db }: Asked, wrong?: Wrong): Promise<Answer> {
  const { held, waiting } = await waitingMail(db)
  return adminPage({
    ...{ title: held ? 'Sending is held' : 'Mail is being sent', ...wrong },
    sections: [
      {
        words: held
          ? 'No mail leaves. What is due goes on being worked out, and waits. When it is let go, what has lost its ground by then is never sent, and of the morning mails each reader gets one.'
          : 'Mail leaves when it is due. Hold it before a first import goes live, or after a backup was restored.',
      },
      { table: waitingTable(waiting) },
      {
        heading: held ? 'Let it go' : 'Hold it',
        form: {
          ...{ action: '/admin/sending', hidden: { held: held ? 'no' : 'yes' } },
          fields: [{ kind: 'text', name: 'reason', label: 'Why', hint: 'Kept for whoever asks later' }],
          button: held ? 'Let mail go' : 'Hold all mail',
        },
      },
    ],
  })
}

/** What has not left yet, by reader. */
export const waitingTable = (waiting: WaitingMail['waiting']): Table => ({
  caption:
    waiting.length > MOST
      ? `What waits to leave: the first ${String(MOST)} of ${String(waiting.length)} people`
      : 'What waits to leave',
  head: ['To', 'Job', 'What'],
  empty: 'Nothing waits to leave.',
  rows: waiting
    .slice(0, MOST)
    .map(({ person, jobTitle, digests, alerts }) =>
      cells(person, jobTitle, `${howMany(digests, 'mail')} of a morning or a week, ${howMany(alerts, 'mail')} at once`),
    ),
})

async function change(asked: Asked): Promise<Answer> {
  const { db, processes, reader, form } = asked
  const held = form['held'] === 'yes'
  const reason = textOf(form, 'reason').replace(/\s+/g, ' ').slice(0, 300)
  if (reason === '') return sendingPage(asked, { problem: 'Say why: whoever asks later reads it.', at: 'reason' })
  const problem = await setSending({ db, processes }, { held, reason, actorId: reader.id })
  if (problem !== undefined) return sendingPage(asked, { problem, status: 403 })
  return goTo('/admin/sending', held ? 'All mail is held from now on.' : 'Mail leaves again from now on.')
}
