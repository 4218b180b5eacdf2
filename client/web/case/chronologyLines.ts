import { isoDay } from '../../../domain/calendar/isoDay'
import type { ChronologyRow, Version } from '../../queries/web/case/caseChronology'
import { dayWords, momentWords } from '../app/momentWords'
import { caseAddress } from './caseAddress'
import { whoseWords } from './childNames'
import { eventDetails, eventTitle, type Detail } from './eventDetails'

/** A line of the chronology in words. */
export interface ChronologyLine {
  readonly id: string
  readonly day: string
  readonly title: string
  readonly whose: string
  readonly details: readonly Detail[]
  /** That it does not stand any more, or what it puts right: always in words. */
  readonly standing: string
  /** It was taken back or put right: shown struck, beside the words. */
  readonly over: boolean
  readonly recorded: string
  /** Null where it does not stand any more. */
  readonly correctHref: string | null
}

interface Around {
  readonly ref: string
  /** Children by id. */
  readonly names: ReadonlyMap<string, string>
  /** People whom its facts name, by id. */
  readonly people: ReadonlyMap<string, string>
}

export const chronologyLine = (row: ChronologyRow, { ref, names, people }: Around): ChronologyLine => ({
  id: row.id,
  day: dayWords(isoDay(row.occurred_on)),
  title: row.voids ? `Taken back: ${eventTitle(row.before ?? row)}` : eventTitle(row),
  whose: whoseWords(row.children, names),
  details: row.voids ? [] : eventDetails(row, people),
  standing: standingWords(row),
  over: row.after !== null,
  recorded: `Recorded by ${row.actor ?? 'an extract'} on ${momentWords(Date.parse(row.recorded_at))}${sourceWords(row)}`,
  correctHref:
    row.after !== null || row.voids
      ? null
      : caseAddress(ref, `record/${encodeURIComponent(row.kind)}?corrects=${encodeURIComponent(row.id)}`),
})

const versionWords = (one: Version): string => `“${eventTitle(one)}”, ${dayWords(isoDay(one.occurred_on))}`

function standingWords({ before, after, voids }: ChronologyRow): string {
  const said = [
    ...(before === null
      ? []
      : [voids ? `This takes back ${versionWords(before)}.` : `This corrects ${versionWords(before)}.`]),
    ...(after === null
      ? []
      : [
          after.voids
            ? 'Taken back: it does not count any more.'
            : `Corrected: what counts now is ${versionWords(after)}.`,
        ]),
  ]
  return said.join(' ')
}

/** Of the standard extract its name and table are left out: they say nothing to whoever reads a chronology, and the kind of the event tells them. */
function sourceWords({ source_system: system, source_record: record }: ChronologyRow): string {
  if (system === 'ssd') return record === null ? '' : `; its record ${record.replace(/^.*\//, '')}`
  return system === null ? '' : `; from ${system}${record === null ? '' : `, record ${record}`}`
}
