import type { CaseMonth } from './caseMonth'
import type { Draft } from './draft'
import type { EarlierSession } from './earlierPlan'
import type { GroundCase, GroundMonth } from './ground'
import { monthName } from './monthName'
import { NOWHERE } from './placing'
import { roomMade } from './roomMade'
import { isOpenBetween, isOpenOn } from './stay'
import type { Leaving, LeavingReason, Move, MoveReason } from './yearPlan'

interface Changed {
  readonly moved: readonly Move[]
  readonly left: readonly Leaving[]
}

/** What the earlier plan said of these cases and is otherwise now. Months the plan does not reach are left alone. */
export function changedOf(draft: Draft): Changed {
  const moved: Move[] = []
  const left: Leaving[] = []
  for (const [month, its] of draft.ground.months.entries()) {
    for (const [one, known] of draft.ground.cases.entries()) {
      const [first, ...more] = keptFirst(known.months[month], its)
      if (first === undefined) continue
      const about = { case: known.ref, month: monthName(its.first) }
      const unneeded = leavingReason(known, its)
      if (unneeded !== undefined) {
        for (const slot of [first, ...more]) left.push({ ...about, from: slot.id, why: unneeded })
        continue
      }
      for (const slot of more) left.push({ ...about, from: slot.id, why: { leaving: 'twice', on: first.on } })
      const now = its.sessions[draft.at(month, one)]
      if (now?.id === first.key) continue
      const why = moveReason(known, first, its) ?? roomMade(draft, month, one)
      moved.push({ ...about, from: first.id, to: now?.id ?? null, why })
    }
  }
  return { moved, left }
}

/** The slots the earlier plan has for a case in a month, that which it can keep before any other. */
function keptFirst(its: CaseMonth | undefined, { sessions }: GroundMonth): readonly EarlierSession[] {
  const { planned, kept } = its ?? { planned: [], kept: NOWHERE }
  const id = sessions[kept]?.id
  return planned.length < 2
    ? planned
    : [...planned.filter(({ key }) => key === id), ...planned.filter(({ key }) => key !== id)]
}

/** Why a case needs no slot in a month; undefined where it needs one. */
function leavingReason({ stays, discussed }: GroundCase, { first, last }: GroundMonth): LeavingReason | undefined {
  const [begins, ends] = [first.toEpochDay(), last.toEpochDay()]
  const held = discussed.find(({ day }) => day >= begins && day <= ends)
  if (held !== undefined) return { leaving: 'discussed', on: held.on }
  if (stays.some((stay) => isOpenBetween(stay, begins, ends))) return undefined
  const ended = stays.findLast((stay) => stay.last < begins)?.openTo
  if (ended != null) return { leaving: 'closed', on: ended }
  const later = stays.find((stay) => stay.first > ends)
  return later === undefined ? undefined : { leaving: 'opens-later', on: later.openFrom }
}

/** Why a case cannot be where it was; undefined where it could be. */
function moveReason({ stays }: GroundCase, slot: EarlierSession, month: GroundMonth): MoveReason | undefined {
  const { team, on, key } = slot
  const [begins, ends] = [month.first.toEpochDay(), month.last.toEpochDay()]
  const now = stays.find((stay) => isOpenOn(stay, on)) ?? stays.find((stay) => isOpenBetween(stay, begins, ends))
  const there = stays.filter((stay) => stay.team === team)
  if (there.length === 0 && now !== undefined) return { move: 'other-team', team: now.team }
  if (!month.sessions.some(({ id }) => id === key)) return { move: 'not-held', on, because: notHeld(slot, month) }
  if (there.some((stay) => isOpenOn(stay, on))) return undefined
  return now !== undefined && now.team !== team ? { move: 'other-team', team: now.team } : { move: 'not-open', on }
}

function notHeld(
  { team, on, at }: EarlierSession,
  month: GroundMonth,
): Extract<MoveReason, { move: 'not-held' }>['because'] {
  const skipped = (month.skipped.get(team) ?? []).find((one) => one.on.equals(on) && one.at === at)
  return skipped?.because ?? { why: 'not-in-pattern', at }
}
