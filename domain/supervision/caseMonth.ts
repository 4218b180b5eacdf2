import type { EarlierSession } from './earlierPlan'
import type { GroundCase, GroundMonth } from './ground'
import { NOWHERE } from './placing'
import { isOpenBetween, type Stay } from './stay'

/** A session a case could be in. */
export interface Chance {
  /** Which of the month's sessions. */
  readonly session: number
  /** The place its team was asked to keep it at (`placeKey`). */
  readonly asked: number | undefined
}

export interface CaseMonth {
  /** Whether it is open on any day of the month and has not been discussed in it. */
  readonly needed: boolean
  /** In order of the sessions; none where it needs no slot. */
  readonly chances: readonly Chance[]
  /** Where the earlier plan has it, by day. */
  readonly planned: readonly EarlierSession[]
  /** The first of these in which it still can be; else NOWHERE. */
  readonly kept: number
}

type Known = Pick<GroundCase, 'stays' | 'discussed' | 'planned'>

/** What each month is for a case. Cases of one team that are open all month share their chances. */
export function caseMonths(months: readonly GroundMonth[]): (known: Known) => readonly CaseMonth[] {
  const each = months.map((month) => oneMonth(month))
  return (known) => each.map((of) => of(known))
}

function oneMonth({ first, last, sessions, days }: GroundMonth): (known: Known) => CaseMonth {
  const [begins, ends] = [first.toEpochDay(), last.toEpochDay()]
  const isThen = ({ day }: EarlierSession): boolean => day >= begins && day <= ends
  const numbers = new Map(sessions.map(({ id }, session) => [id, session]))
  const chancesOf = (stays: readonly Stay[]): readonly Chance[] =>
    sessions.flatMap(({ team }, session) => {
      const day = days[session] ?? 0
      const stay = stays.find((one) => one.team === team && isOpenBetween(one, day, day))
      return stay === undefined ? [] : [{ session, asked: stay.asked }]
    })
  const shared = new Map<string, readonly Chance[]>()
  const sharedChances = (stays: readonly Stay[]): readonly Chance[] => {
    const [stay] = stays
    if (stay === undefined || stays.length > 1 || stay.first > begins || stay.last < ends) return chancesOf(stays)
    const key = `${stay.team} ${String(stay.asked)}`
    const known = shared.get(key) ?? chancesOf(stays)
    shared.set(key, known)
    return known
  }
  return ({ stays, discussed, planned }) => {
    const then = planned.filter(isThen)
    if (!stays.some((stay) => isOpenBetween(stay, begins, ends)) || discussed.some(isThen))
      return { needed: false, chances: [], planned: then, kept: NOWHERE }
    const chances = sharedChances(stays)
    const could = (session: number | undefined): boolean => chances.some((chance) => chance.session === session)
    const kept = then.map(({ key }) => numbers.get(key)).find(could)
    return { needed: true, chances, planned: then, kept: kept ?? NOWHERE }
  }
}
