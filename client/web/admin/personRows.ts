import { ROLES } from '../../../domain/access/role'
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

/** Who they are, in lines, and who says so. */
export const aboutLines = ({
  jobTitle,
  team,
  email,
  leftOn,
  left,
  byHand,
  calendars,
}: PersonAbout): readonly string[] => [
  `${jobTitle}, ${team ?? 'no team'}`,
  byHand
    ? 'Added by hand: no extract knows them'
    : 'Comes with an extract: the next one says anew who they are and whether they are in post',
  email === null ? 'No address: mail cannot reach them, and they cannot sign in by one' : `Mail goes to ${email}`,
  leftOn === null ? 'In post' : `${left ? 'Left' : 'Leaves'} on ${dayWords(isoDay(leftOn))}`,
  calendars === 0
    ? 'No calendar address of theirs works'
    : `${howMany(calendars, 'calendar address', 'calendar addresses')} of theirs works`,
]

/** Who says that they hold a role, and what would bring it back were it ended here. */
export const ROLE_SOURCES = {
  extract: {
    says: 'An extract',
    back: 'It begins again with the next extract that still has it: have it changed there, too.',
  },
  claims: {
    says: 'Their sign-in',
    back: 'It begins again when they sign in and the directory still names it: have it changed there, too.',
  },
  authority: { says: 'Set up with Caseclock', back: 'It does not come back by itself.' },
  administrator: { says: 'An administrator', back: 'It does not come back by itself.' },
} as const

export const sourceOf = ({ source }: RoleHeld): (typeof ROLE_SOURCES)[keyof typeof ROLE_SOURCES] =>
  source === 'claims' || source === 'authority' || source === 'administrator'
    ? ROLE_SOURCES[source]
    : ROLE_SOURCES.extract

/** A role and the team it is held for, in words. */
export const roleWords = ({ role, team }: Pick<RoleHeld, 'role' | 'team'>): string =>
  `${words(role)}, ${team === null ? 'for the whole authority' : `for ${team}`}`

export const rolesTable = (roles: readonly RoleHeld[], personId: string): Table => ({
  caption: 'Roles',
  head: ['Role', 'For', 'From', 'Until', 'Who says so', 'What you can do'],
  empty: 'They have no role: they see only cases that they hold.',
  rows: roles.map((held) =>
    cells(
      ...[words(held.role), held.team ?? 'The whole authority', capital(sinceWords(held.from))],
      held.to === null ? 'No last day' : dayWords(isoDay(held.to)),
      sourceOf(held).says,
      held.now ? { text: `End ${roleWords(held)}`, href: `/admin/people/${personId}/roles/${held.id}` } : 'Nothing',
    ),
  ),
})

/** The roles there are, to choose one. */
export const roleItems = (
  chosen: string,
): readonly { readonly value: string; readonly text: string; readonly checked: boolean }[] =>
  ROLES.map((role) => ({ value: role, text: words(role), checked: role === chosen }))

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
