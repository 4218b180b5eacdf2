import type { LocalDate } from '@js-joda/core'
import { ofKind, type End } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { canBeHeldOn } from '../../chronology/canBeHeld'
import { eachDayOnce, HOLDING, holdersOn } from '../../chronology/holders'
import type { CaseRuleInput } from '../ruleInput'

/** A time in which somebody holds a child of the case at the end of every day. */
export interface HeldStretch {
  readonly from: LocalDate
  /** What gave it to somebody: an allocation, or the reopening for whoever had it before. */
  readonly began: Effective
  /** The day on which nobody held it any more; null while it goes on. */
  readonly end: End | null
}

const ENDS = ['worker-ended', 'case-closed', 'child-left', 'referral-decided'] as const

/** The times in which the case was held, in order. A change of worker on one day goes on: what counts is the end of each day. */
export function heldStretches({ children, all }: Pick<CaseRuleInput, 'children' | 'all'>): readonly HeldStretch[] {
  const birthdays = children.flatMap(({ history }) => history.adultOn ?? [])
  const days = eachDayOnce([...ofKind(all, ...HOLDING).map(({ on }) => on), ...birthdays])
  const holders = children.map(({ history }) => holdersOn(history, days))
  const isHeld = (day: LocalDate): boolean =>
    children.some(
      ({ history, referrals }, index) => holders[index]?.get(day) !== null && canBeHeldOn(history, referrals, day),
    )
  const stretches: HeldStretch[] = []
  let began: Effective | undefined
  for (const day of days) {
    const held = isHeld(day)
    if (held && began === undefined) began = beganWith(all, day)
    else if (!held && began !== undefined) {
      const ended = ofKind(all, ...ENDS).findLast(({ on }) => on.equals(day))
      stretches.push({ from: began.on, began, end: { by: ended?.id ?? 'birthday', on: day } })
      began = undefined
    }
  }
  if (began !== undefined) stretches.push({ from: began.on, began, end: null })
  return stretches
}

/** The allocation of that day recorded first, else what opened the case again for whoever had it. */
function beganWith(all: readonly Effective[], day: LocalDate): Effective | undefined {
  const that = ofKind(all, ...HOLDING).filter(({ on }) => on.equals(day))
  return that.find(({ kind }) => kind === 'worker-allocated') ?? that[0]
}
