import { textOf } from '../app/formText'
import { londonDay } from '../../../domain/calendar/london'
import { closeUndelivered } from '../../commands/closeUndelivered'
import { readableRefs } from '../../queries/reading/readableRefs'
import { undelivered, type UndeliveredMail } from '../../queries/undelivered'
import { isHow, type How } from '../../undelivered/how'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { cells, type Table } from '../app/table'
import { adminPage, refusedBy, type Wrong } from './sections'

const needs = 'see-undelivered'
const MOST = 100

export const UNDELIVERED_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/undelivered', needs, answer: list }),
  page({ method: 'GET', path: '/admin/undelivered/:id', needs, answer: (asked) => one(asked) }),
  page({ method: 'POST', path: '/admin/undelivered/:id', needs, answer: close }),
]

async function list({ db, reader }: Asked): Promise<Answer> {
  const mails = await undelivered(db)
  const readable = await readableRefs(
    db,
    reader,
    mails.flatMap(({ cases }) => cases),
  )
  return adminPage({
    title: 'Mail that did not arrive',
    sections: [
      {
        words:
          'Tell its reader another way, then say how. The clock of an alert counts from the day its reader is told.',
      },
      { table: undeliveredTable(mails, readable) },
    ],
  })
}

const KINDS: Readonly<Record<UndeliveredMail['kind'], string>> = {
  ...{ digest: 'Morning mail', alert: 'Alert', weekly: 'Weekly mail', invitation: 'Invitation' },
}

/** Mails that did not arrive; a case that the reader may not open is not named. */
export const undeliveredTable = (mails: readonly UndeliveredMail[], readable: ReadonlySet<string>): Table => ({
  caption: mails.length > MOST ? `The first ${String(MOST)} of ${String(mails.length)} mails` : 'Mails',
  head: ['To', 'What', 'Why it did not arrive', 'Cases', 'Still open', 'Done?'],
  empty: 'All mail arrived, as far as the mail servers said.',
  rows: mails
    .slice(0, MOST)
    .map(({ id, person, jobTitle, kind, since, detail, cases, open }) =>
      cells(
        ...[`${person}, ${jobTitle}`, `${KINDS[kind]} of ${dayWords(londonDay(Date.parse(since)))}`, detail],
        casesWords(cases, readable),
        open === 0 ? 'Nothing: it needs no telling' : String(open),
        { text: 'Say how they were told', href: `/admin/undelivered/${id}` },
      ),
    ),
})

function casesWords(cases: readonly string[], readable: ReadonlySet<string>): string {
  const shown = cases.filter((ref) => readable.has(ref))
  return [...shown, ...(shown.length < cases.length ? ['and what you may not open'] : [])].join(', ') || 'None named'
}

const HOW_ITEMS: readonly { readonly value: How; readonly text: string }[] = [
  { value: 'telephone', text: 'By telephone' },
  { value: 'in-person', text: 'In person' },
  { value: 'letter', text: 'By letter' },
  { value: 'another-address', text: 'By mail to another address' },
  { value: 'not-needed', text: 'Nothing is left to tell' },
]

async function one({ db, reader, params }: Asked, wrong?: Wrong): Promise<Answer> {
  const mail = (await undelivered(db)).find(({ id }) => id === params['id'])
  if (mail === undefined) return NOTHING_HERE
  const readable = await readableRefs(db, reader, mail.cases)
  const table = undeliveredTable([mail], readable)
  return adminPage({
    ...{ title: `Mail to ${mail.person} that did not arrive`, ...wrong },
    sections: [
      {
        table: {
          ...table,
          caption: 'This mail',
          head: table.head.slice(0, -1),
          rows: table.rows.map((row) => row.slice(0, -1)),
        },
      },
      {
        form: {
          ...{ action: `/admin/undelivered/${mail.id}`, button: 'It is done' },
          fields: [{ kind: 'radios', name: 'how', label: 'How they were told', items: HOW_ITEMS }],
        },
      },
    ],
  })
}

async function close(asked: Asked): Promise<Answer> {
  const { db, processes, reader, params, form } = asked
  const { id: messageId = '' } = params
  const [how] = [textOf(form, 'how')].filter(isHow)
  if (how === undefined) return one(asked, { problem: 'Choose how they were told.', at: 'how' })
  const command = { messageId, how, actorId: reader.id, commandId: formCommand(form) }
  const answer = await closeUndelivered({ db, processes }, command)
  if ('refused' in answer) {
    if (answer.refused === 'unknown-message') return NOTHING_HERE
    if (answer.refused === 'already-ended') return goTo('/admin/undelivered', 'Somebody had seen to it already.')
    return one(asked, refusedBy(answer))
  }
  return goTo('/admin/undelivered', 'It is written down that they know.')
}
