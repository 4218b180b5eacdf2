import { isoDay } from '../../../domain/calendar/isoDay'
import type { CoverLine } from '../../queries/coverList'
import { dayWords } from '../app/momentWords'
import { cells, type Table } from '../app/table'

const REASONS: Readonly<Record<string, string>> = { leave: 'Leave', sickness: 'Sickness', other: 'Another reason' }

export const REASON_ITEMS = Object.entries(REASONS).map(([value, text]) => ({ value, text }))

/** Who is away, and who covers. The last column leads to where it is ended. */
export const coverTable = (lines: readonly CoverLine[], endHref: (id: string) => string): Table => ({
  caption: 'Away today or later',
  head: ['Who is away', 'From', 'Until', 'Why', 'Who covers', 'End it'],
  empty: 'Nobody is away, today or later, as far as Caseclock was told.',
  rows: lines.map(({ id, person, cover, from_on: from, to_on: to, reason }) =>
    cells(
      ...[person, dayWords(isoDay(from)), to === null ? 'until it is ended' : dayWords(isoDay(to))],
      ...[REASONS[reason] ?? reason, cover ?? 'Nobody: whoever is next is asked'],
      { text: 'End it now', href: endHref(id) },
    ),
  ),
})
