import { isoDay } from '../../../domain/calendar/isoDay'
import type { LocalDate } from '@js-joda/core'
import { noteNames } from '../../commands/web/noteNames'
import { followUpCount, openFollowUps, type OpenFollowUp } from '../../queries/team/openFollowUps'
import { NOTHING_HERE, show } from '../app/answer'
import { page } from '../app/page'
import { dayWords } from '../app/momentWords'
import { sheetOf, turned } from '../app/sheets'
import { managedTeams } from './managedTeams'

/** `team`: by id; null for all that the reader manages. */
export const followUpsHref = (team: string | null, number = 1): string => {
  const asked = new URLSearchParams({
    ...(team === null ? {} : { team }),
    ...(number === 1 ? {} : { page: String(number) }),
  })
  return `/follow-ups${asked.size === 0 ? '' : `?${asked.toString()}`}`
}

/** `/follow-ups`: those that have been asked and not answered, of the cases a manager answers for. */
export const FOLLOW_UPS = page({
  method: 'GET',
  path: '/follow-ups',
  needs: 'manage-team',
  answer: async ({ db, reader, today, query, now }) => {
    const managed = await managedTeams(db, reader, { permission: 'manage-team', asked: query['team'] })
    if (managed === undefined) return NOTHING_HERE
    const { one, teams } = managed
    const sheet = sheetOf(query)
    const [count, found] = await Promise.all([
      followUpCount(db, reader, teams),
      openFollowUps(db, reader, { teams, ...sheet }),
    ])
    const { rows, ...sheets } = turned(found, sheet, (number) => followUpsHref(one?.id ?? null, number))
    await noteNames(db, { actorId: reader.id, page: '/follow-ups', refs: rows.map(({ ref }) => ref), now })
    return show('team/followUps.njk', {
      ...{ count, sheet: sheets, of: one?.name ?? 'All my teams' },
      rows: rows.map((row) => followUpRow(row, today)),
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
