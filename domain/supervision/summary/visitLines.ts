import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { govukDate } from '../../timeline/govukDate'
import { aboutWhom, type DraftLine } from './draftLine'
import { grouped } from './grouped'

/** The visits to one child. */
export interface Visits {
  readonly child: string
  /** What names each: siblings recorded one by one share it. */
  readonly names: readonly string[]
  readonly last: LocalDate
  /** `4 visits made; child seen at 3, seen alone at 2. The last was on 9 June 2026.` */
  readonly sentence: string
}

interface Tally {
  readonly beforeBirth: boolean
  readonly seen: boolean
  /** Undefined where it was not recorded. */
  readonly alone: boolean | undefined
}

/** The visits to each child who had one on or after a day. A visit recorded in several parts is one, and the child was seen at it where any part says so. */
export const visitsSince = (children: readonly ChildHistory[], from: LocalDate): readonly Visits[] =>
  children.flatMap((history) => {
    const made = ofKind(history.events, 'visit-made').filter(({ on }) => !on.isBefore(from))
    const last = made.at(-1)
    if (last === undefined) return []
    const byName = grouped(made, ({ first, data }) => data.meeting ?? first)
    const tallies = [...byName.values()].map((parts): Tally => {
      const seen = parts.filter(({ data }) => data.seen)
      return {
        beforeBirth: parts.every(({ on }) => isUnborn(history, on)),
        seen: seen.length > 0,
        alone: seen.some(({ data }) => data.seenAlone === true)
          ? true
          : seen.every(({ data }) => data.seenAlone === false)
            ? false
            : undefined,
      }
    })
    const names = [...byName.keys()].sort()
    return [{ child: history.child.id, names, last: last.on, sentence: visitsSentence(tallies, last) }]
  })

/** Before birth any visit to the parents counts, and nobody can be seen. */
const isUnborn = ({ bornOn, child }: ChildHistory, on: LocalDate): boolean =>
  bornOn === null ? child.expectedOn !== null : on.isBefore(bornOn)

function visitsSentence(visits: readonly Tally[], { on }: Effective): string {
  const [only] = visits
  const unborn = visits.filter(({ beforeBirth }) => beforeBirth).length
  const day = govukDate(on)
  if (visits.length === 1 && only !== undefined)
    return `1 visit made on ${day}${unborn === 1 ? ' before the birth' : `; ${seenOnce(only)}`}.`
  const made = `${String(visits.length)} visits made`
  if (unborn === visits.length) return `${made} before the birth. The last was on ${day}.`
  const before = unborn === 0 ? '' : `, ${String(unborn)} of them before the birth`
  return `${made}${before}; ${seenOften(visits)}. The last was on ${day}.`
}

const seenOnce = ({ seen, alone }: Tally): string =>
  !seen
    ? 'child not seen'
    : alone === undefined
      ? 'child seen, alone or not is not recorded'
      : `child seen, ${alone ? 'seen' : 'not'} alone`

function seenOften(visits: readonly Tally[]): string {
  const seen = visits.filter((visit) => visit.seen)
  if (seen.length === 0) return 'child seen at none'
  const alone = seen.filter((visit) => visit.alone === true).length
  const notRecorded = seen.filter((visit) => visit.alone === undefined).length
  return `child seen at ${String(seen.length)}, seen alone at ${String(alone)}${notRecorded === 0 ? '' : `, not recorded at ${String(notRecorded)}`}`
}

/** One line for the same visits to several children. */
export function visitLines(visits: readonly Visits[], children: readonly ChildHistory[]): readonly DraftLine[] {
  const family = children.map(({ child }) => child)
  const together = grouped(visits, ({ names, sentence }) => JSON.stringify([names, sentence]))
  return [...together.values()].map((same): DraftLine => {
    const seen = same.map(({ child }) => child)
    return { on: same[0].last, about: aboutWhom(seen, family), sentence: same[0].sentence }
  })
}
