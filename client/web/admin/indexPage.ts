import { permissionsOf } from '../../queries/reading/loadReader'
import { needsAPerson, unplannedCases, type NeedsAPerson, type UnplannedCase } from '../../queries/admin/needsAPerson'
import type { Permission } from '../../../domain/access/permissions'
import type { Answer } from '../app/answer'
import type { Asked } from '../app/page'
import { cells, howMany, type Cell, type Table } from '../app/table'
import { adminPage } from './sections'

const PAGES: readonly { readonly text: string; readonly href: string; readonly needs: Permission }[] = [
  { text: 'People: roles, cases, cover, calendars', href: '/admin/people', needs: 'administer' },
  { text: 'Teams: who manages and who coordinates', href: '/admin/teams', needs: 'administer' },
  { text: 'Who is away, and who covers', href: '/admin/cover', needs: 'administer' },
  { text: 'Rules in force', href: '/admin/rules', needs: 'run-authority' },
  { text: 'Bank holidays', href: '/admin/calendar', needs: 'run-authority' },
  { text: 'What the mails say', href: '/admin/templates', needs: 'run-authority' },
  { text: 'Mail that did not arrive', href: '/admin/undelivered', needs: 'see-undelivered' },
  { text: 'Hold sending, or let it go', href: '/admin/sending', needs: 'run-authority' },
  { text: 'How Caseclock runs', href: '/admin/health', needs: 'run-authority' },
  { text: 'Who may open a restricted case', href: '/admin/access', needs: 'decide-access' },
  { text: 'Name, colour and emergency line', href: '/admin/authority', needs: 'run-authority' },
  { text: 'Import', href: '/import', needs: 'import-caseload' },
]

/** `/admin`: what needs a person, and the pages of administration that this reader may open. */
export async function indexPage({ db, reader }: Asked): Promise<Answer> {
  const held = permissionsOf(reader)
  const needs = needsLines(await needsAPerson(db, reader))
  return adminPage({
    title: 'Admin',
    sections: [
      needs.length === 0
        ? { heading: 'Needs a person', words: 'Nothing needs you: all mail arrived, every case can be planned.' }
        : { heading: 'Needs a person', links: needs },
      {
        heading: 'All pages',
        links: PAGES.filter((one) => held.has(one.needs)).map(({ text, href }) => ({ text, href })),
      },
    ],
  })
}

/** What waits, each with the page on which it is put right. */
export const needsLines = ({ undelivered, unplanned, processes, imports, held }: NeedsAPerson): readonly Cell[] => [
  ...(held ? [{ text: 'Sending is held: no mail leaves', href: '/admin/sending' }] : []),
  ...(undelivered > 0 ? [{ text: `${howMany(undelivered, 'mail')} did not arrive`, href: '/admin/undelivered' }] : []),
  ...(unplanned > 0 ? [{ text: `${howMany(unplanned, 'case')} cannot be planned`, href: '/admin/unplanned' }] : []),
  ...(processes > 0 ? [{ text: `${howMany(processes, 'clock')} failed`, href: '/admin/health' }] : []),
  ...(imports > 0 ? [{ text: 'The last import waits for you, or was refused', href: '/import' }] : []),
]

const MOST = 100

/** `/admin/unplanned`: cases whose dates nobody is told, because their record cannot be understood. */
export async function unplannedPage({ db, reader }: Asked): Promise<Answer> {
  return adminPage({
    title: 'Cases that cannot be planned',
    sections: [
      {
        words:
          'Nobody is told what is due on these until it is put right. Open the case and correct what its record says, or tell whoever runs Caseclock.',
      },
      { table: unplannedTable(await unplannedCases(db, reader, MOST)) },
    ],
  })
}

export const unplannedTable = (rows: readonly UnplannedCase[]): Table => ({
  caption: rows.length === MOST ? `The first ${String(MOST)} cases` : 'Cases',
  head: ['Case', 'Team', 'What is wrong'],
  empty: 'Every case that you may open can be planned.',
  rows: rows.map(({ ref, team, problem }) =>
    cells({ text: ref, href: `/cases/${encodeURIComponent(ref)}` }, team ?? 'No team', problem),
  ),
})
