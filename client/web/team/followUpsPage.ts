import { isoDay } from '../../../domain/calendar/isoDay'
import type { LocalDate } from '@js-joda/core'
import { teamsOf } from '../../queries/reading/loadReader'
import { openFollowUps, type OpenFollowUp } from '../../queries/team/openFollowUps'
import { show } from '../app/answer'
import { page } from '../app/page'
import { dayWords } from '../app/momentWords'

/** `/follow-ups`: those that have been asked and not answered, of the cases a manager answers for. */
export const FOLLOW_UPS = page({
  method: 'GET',
  path: '/follow-ups',
  needs: 'manage-team',
  answer: async ({ db, reader, today }) => {
    const held = teamsOf(reader, 'manage-team')
    const rows = await openFollowUps(db, reader, held === 'everywhere' ? held : [...held])
    return show('team/followUps.njk', {
      count: rows.length,
      rows: rows.slice(0, 100).map((row) => followUpRow(row, today)),
    })
  },
})

/** A follow-up in words. */
export function followUpRow(row: OpenFollowUp, today: LocalDate) {
  const due = isoDay(row.due_on)
  return {
    text: `${row.ref}: ${row.title}, ${row.child}`,
    href: `/cases/${encodeURIComponent(row.ref)}/follow-ups/${row.id}`,
    whyHref: `/cases/${encodeURIComponent(row.ref)}/why/${row.obligation_id}`,
    words: `${due.isBefore(today) ? 'was to be answered by' : 'answer it by'} ${dayWords(due)}. Counted from ${dayWords(isoDay(row.counted_from))}, asked on ${dayWords(isoDay(row.asked_on))}`,
    late: due.isBefore(today),
  }
}
