import type { LocalDate } from '@js-joda/core'
import { mayCoverFor, type AwayReason } from '../../domain/access/standIn'
import type { KnownPerson } from '../../domain/access/whoStandsFor'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Refusal } from './command'

export interface CoverDays {
  readonly from: LocalDate
  /** The last day; null: until it is ended, for sickness only. */
  readonly to: LocalDate | null
  readonly reason: AwayReason
}

interface Wanted extends CoverDays {
  readonly person: KnownPerson
  /** Null: nobody covers, and whoever is next is asked. */
  readonly cover: KnownPerson | null
}

/** Why this cover cannot be, or undefined when it can. Who is away on some of these days already is asked elsewhere. `today`: the authority's day. */
export function coverProblem({ person, cover, from, to, reason }: Wanted, today: LocalDate): Refusal | undefined {
  if (to === null && reason !== 'sickness')
    return bad('Say until when with --to. Only sickness may be open-ended. `caseclock cover end` ends it.')
  if (to !== null && to.isBefore(from))
    return bad(
      `${govukDate(to)} lies before ${govukDate(from)}. Give the first day with --from and the last with --to.`,
    )
  if (to !== null && to.isBefore(today))
    return bad(
      `${govukDate(to)} has passed: there is nothing left to cover. Give a last day from ${today.toString()} on.`,
    )
  if (!person.active)
    return bad('Who is away has left for good: give their cases to somebody else, with `caseclock reassign`.')
  if (cover === null) return undefined
  if (cover.id === person.id)
    return bad('Nobody covers for themselves. Name somebody else with --by, or leave --by out.')
  if (!cover.active) return bad('Who is to cover has left. Name somebody who is in post with --by.')
  return mayCoverFor(cover, person)
    ? undefined
    : bad(
        'Police are told of safety plans and cautions alone, so they cover for police only. Name somebody else with --by.',
      )
}

const bad = (todo: string): Refusal => ({ refused: 'bad-data', todo })
