import { textOf } from '../app/formText'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import { changeAccess, type AccessChange } from '../../commands/changeAccess'
import { accessList, type AccessPage } from '../../queries/accessList'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { dayBoxes, formDay, isEmptyDay } from '../app/formDay'
import { formCommand } from '../app/formCommand'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { cells, type Table } from '../app/table'
import { personTyped } from './personTyped'
import { adminPage, refusedBy, type Field, type Section, type Wrong } from './sections'

const needs = 'decide-access'

export const ACCESS_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/access', needs, answer: find }),
  page({ method: 'GET', path: '/admin/access/:ref', needs, answer: (asked) => accessPage(asked) }),
  page({ method: 'POST', path: '/admin/access/:ref', needs, answer: change }),
]

const at = (ref: string): string => `/admin/access/${encodeURIComponent(ref)}`

async function find({ db, query, today }: Asked): Promise<Answer> {
  const ref = typeof query['ref'] === 'string' ? query['ref'].trim().slice(0, 100) : ''
  if (ref !== '' && (await accessList(db, ref, today.toString())) !== undefined) return goTo(at(ref))
  const field: Field = { kind: 'text', name: 'ref', label: 'Reference of the case', value: ref }
  return adminPage({
    title: 'Who may open a restricted case',
    ...(ref === '' ? {} : { problem: `There is no case ${ref}. Enter its reference, like N-1042.`, at: 'ref' }),
    sections: [{ form: { get: true, action: '/admin/access', fields: [field], button: 'Go on' } }],
  })
}

/** What was typed comes back in the form that was sent, and in no other. */
const reasonOf = (form: Asked['form'], what: string): Field => ({
  ...{ kind: 'text', name: 'reason', label: 'Why', hint: 'Kept with the case, for whoever asks later' },
  value: form['what'] === what ? textOf(form, 'reason') : '',
})

async function accessPage({ db, today, params, form }: Asked, wrong?: Wrong): Promise<Answer> {
  const { ref = '' } = params
  const access = await accessList(db, ref, today.toString())
  if (access === undefined) return NOTHING_HERE
  const { restricted } = access
  const whole = restricted === null ? 'restrict' : 'lift'
  const person = textOf(form, 'person')
  const who: Field = { kind: 'text', name: 'person', label: 'Who', hint: 'A name or a staff number', value: person }
  const sections: readonly Section[] = [
    { words: restrictedWords(access) },
    { table: accessTable(access) },
    {
      heading: restricted === null ? 'Restrict this case' : 'Lift the restriction',
      words:
        restricted === null
          ? 'Only whoever is given access can open it from then on, and nobody else is told anything of it.'
          : 'Everybody whose work it is can open it again.',
      form: {
        ...{ action: at(ref), fields: [reasonOf(form, whole)], hidden: { what: whole } },
        button: restricted === null ? 'Restrict it' : 'Lift it',
      },
    },
    {
      heading: 'Give somebody access',
      words: 'It counts while the case is restricted.',
      form: {
        ...{ action: at(ref), hidden: { what: 'grant' }, button: 'Give access' },
        fields: [
          who,
          { kind: 'day', name: 'from', label: 'First day', hint: 'Empty: today', boxes: dayBoxes(form, 'from') },
          {
            kind: 'day',
            name: 'to',
            label: 'Last day',
            hint: 'Empty: until it is taken back',
            boxes: dayBoxes(form, 'to'),
          },
          reasonOf(form, 'grant'),
        ],
      },
    },
    {
      heading: 'Take access back',
      form: {
        action: at(ref),
        hidden: { what: 'revoke' },
        fields: [who, reasonOf(form, 'revoke')],
        button: 'Take it back',
      },
    },
  ]
  return adminPage({ title: `Who may open ${ref}`, ...wrong, sections })
}

export const restrictedWords = ({ restricted }: AccessPage): string =>
  restricted === null
    ? 'This case is not restricted: everybody whose work it is may open it.'
    : `Restricted since ${dayWords(londonDay(Date.parse(restricted.since)))} by ${restricted.by}: ${restricted.reason}`

export const accessTable = ({ people }: AccessPage): Table => ({
  caption: 'Who was given access of their own',
  head: ['Who', 'From', 'Until', 'Given by', 'Why'],
  empty: 'Nobody. While it is restricted, nobody can open it.',
  rows: people.map(({ name, from_on: from, to_on: to, by, reason }) =>
    cells(name, dayWords(isoDay(from)), to === null ? 'until it is taken back' : dayWords(isoDay(to)), by, reason),
  ),
})

async function change(asked: Asked): Promise<Answer> {
  const { db, processes, reader, params, form } = asked
  const { ref = '' } = params
  const wanted = await changeOf(asked)
  if ('problem' in wanted) return accessPage(asked, wanted)
  const reason = textOf(form, 'reason').slice(0, 500)
  const command = { ref, change: wanted.change, reason, actorId: reader.id, commandId: formCommand(form) }
  if (reason === '')
    return accessPage(asked, {
      problem: 'Say why: whoever asks later who could open this case reads it.',
      ...{ at: 'reason', what: wanted.change.what },
    })
  const answer = await changeAccess({ db, processes }, command)
  if ('refused' in answer)
    return answer.refused === 'unknown-case' ? NOTHING_HERE : accessPage(asked, refusedBy(answer))
  return goTo(at(ref), 'It is changed. The case is planned again before anybody is told more of it.')
}

async function changeOf({ db, form }: Asked): Promise<{ readonly change: AccessChange } | Wrong> {
  const { what } = form
  if (what === 'restrict' || what === 'lift') return { change: { what } }
  if (what !== 'grant' && what !== 'revoke') return { problem: 'Choose what is to be done.' }
  const typed = await personTyped(db, form['person'], 'Who')
  if (typed.problem !== undefined) return { ...typed, at: 'person', what }
  const personId = typed.person.id
  if (what === 'revoke') return { change: { what, personId } }
  const from = isEmptyDay(form, 'from') ? undefined : formDay(form, 'from', 'The first day')
  if (from?.problem !== undefined) return { problem: from.problem, at: 'from', what }
  const to = isEmptyDay(form, 'to') ? undefined : formDay(form, 'to', 'The last day')
  if (to?.problem !== undefined) return { problem: to.problem, at: 'to', what }
  return { change: { what, personId, from: from?.day ?? null, to: to?.day ?? null } }
}
