import { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type { PolicyRow } from '../../queries/admin/policyVersions'
import { dayWords } from '../app/momentWords'
import { cells, type Table } from '../app/table'

/** The versions put into force, the newest first, and from when each counts. */
export const versionsTable = (versions: readonly PolicyRow[], builtIn: string, today: LocalDate): Table => ({
  caption: 'Versions',
  head: ['Version', 'In force from', 'What follows it', 'Approved by', 'Put into force by'],
  empty: 'There is none.',
  rows: [
    ...versions.map(({ name, from, openWork, approvedBy, activatedBy, activatedAt }) =>
      cells(
        name,
        `${dayWords(isoDay(from))}${isoDay(from).isAfter(today) ? ', still to come' : ''}`,
        openWork ? 'What begins from that day on, and what was open on it' : 'What begins from that day on',
        approvedBy === null
          ? 'Not said: a whole pack'
          : `${approvedBy.name}, ${approvedBy.post}, ${dayWords(LocalDate.parse(approvedBy.on))}`,
        `${activatedBy}, ${dayWords(londonDay(activatedAt.getTime()))}`,
      ),
    ),
    cells(builtIn, 'From the beginning', 'Everything before that', 'It comes with Caseclock', ''),
  ],
})
