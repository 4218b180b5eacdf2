import { isoDay } from '../../../domain/calendar/isoDay'
import type { CaseMoves } from '../../commands/reassign/caseMoves'
import type { HeldCase, PersonAbout, RoleHeld } from '../../queries/admin/personPage'
import type { PersonFound } from '../../queries/admin/peopleFound'
import { dayWords } from '../app/momentWords'
import { sinceWords } from '../app/sinceWords'
import { cells, howMany, type Cell, type Table } from '../app/table'

const caseCell = (ref: string): Cell => ({ text: ref, href: `/cases/${encodeURIComponent(ref)}` })
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const words = (text: string): string => capital(text.replaceAll('-', ' '))

export const peopleTable = (people: readonly PersonFound[]): Table => ({
  caption: 'People',
  head: ['Name', 'Job', 'Team', 'In post'],
  empty: 'Nobody is called so. Search for a part of the name, of the job, or for a staff number.',
  rows: people.map(({ id, name, jobTitle, team, leftOn }) =>
    cells(
      { text: name, href: `/admin/people/${id}` },
      ...[jobTitle, team ?? 'No team', leftOn === null ? 'Yes' : `Left on ${dayWords(isoDay(leftOn))}`],
    ),
  ),
})

/** Who they are, in lines. The day they left comes from the extract, and is changed there. */
export const aboutLines = ({ jobTitle, team, email, leftOn, calendars }: PersonAbout): readonly string[] => [
  `${jobTitle}, ${team ?? 'no team'}`,
  email === null ? 'No address: mail cannot reach them' : `Mail goes to ${email}`,
  leftOn === null
    ? 'In post. A day of leaving comes with the next extract that has one.'
    : `Left on ${dayWords(isoDay(leftOn))}, as the extract says`,
  calendars === 0
    ? 'No calendar address of theirs works'
    : `${howMany(calendars, 'calendar address', 'calendar addresses')} of theirs works`,
]

export const rolesTable = (roles: readonly RoleHeld[]): Table => ({
  caption: 'Roles',
  head: ['Role', 'For', 'From', 'Until'],
  empty: 'They have no role: they see only cases that they hold.',
  rows: roles.map(({ role, team, from, to }) =>
    cells(
      ...[words(role), team ?? 'The whole authority', capital(sinceWords(from))],
      to === null ? 'No last day' : dayWords(isoDay(to)),
    ),
  ),
})

export const heldTable = (held: readonly HeldCase[], most: number): Table => ({
  caption: held.length > most ? `The first ${String(most)} cases they hold` : 'Open cases they hold',
  head: ['Case', 'As worker', 'As chair'],
  empty: 'They hold no open case that you may open.',
  rows: held
    .slice(0, most)
    .map(({ ref, worked, chaired }) => cells(caseCell(ref), children(worked), children(chaired))),
})

const children = (many: number): string => (many === 0 ? 'None' : howMany(many, 'child', 'children'))

/** What goes from one person to another, case by case. */
export const movesTable = (moved: readonly CaseMoves[]): Table => ({
  caption: 'What moves',
  head: ['Case', 'Children', 'What is to be done', 'What will be told', 'Alerts'],
  empty: 'They hold no case that could go to somebody else.',
  rows: moved.map(({ ref, worked, chaired, obligations, notices, escalations }) =>
    cells(
      caseCell(ref),
      chaired === 0 ? String(worked) : `${String(worked)}, and ${String(chaired)} chaired`,
      obligations.map(({ title, dueOn }) => `${title} by ${dayWords(isoDay(dueOn))}`).join('; ') || 'Nothing is open',
      notices.map(({ title, sendOn, to }) => `${title}, ${dayWords(isoDay(sendOn))}, to ${to}`).join('; ') ||
        'Nothing waits',
      escalations.map(({ title }) => title).join('; ') || 'None',
    ),
  ),
})
