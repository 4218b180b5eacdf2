import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../../timeline/govukDate'
import { byText } from '../byText'
import { monthName } from '../monthName'
import { leavingWords, moveWords } from '../reasonWords'
import type { YearPlan } from '../yearPlan'

/** A slot in the diary: a session as the diary knows it, and a case in it. */
export interface Slot {
  readonly case: string
  readonly session: string
  readonly on: LocalDate
  /** Cancelled, or the case was not discussed in it. */
  readonly fellOut: boolean
}

export interface SlotChange {
  readonly case: string
  readonly month: string
  readonly change: 'joined' | 'moved' | 'left'
  readonly from: Slot | null
  readonly to: Slot | null
  readonly why: string
}

interface Years {
  readonly before: readonly Slot[]
  readonly after: readonly Slot[]
  readonly plan: YearPlan
  /** Cases that had a gap, as `case month`. */
  readonly gapsBefore: ReadonlySet<string>
  /** The first plan of a year changes nothing. */
  readonly plannedBefore: boolean
  /** Why a case is in the plan no longer. */
  readonly whyGone: (ref: string) => string
}

/** What of a year is otherwise than it was, and why: by case and month. A month that comes into view changes nothing; a case that comes is named once, with its first slot. */
export function slotChanges({ before, after, plan, gapsBefore, plannedBefore, whyGone }: Years): readonly SlotChange[] {
  const was = byCaseAndMonth(before)
  const is = byCaseAndMonth(after)
  const known = new Set(before.map((slot) => slot.case))
  const changes: SlotChange[] = []
  for (const [key, from] of was) {
    const to = is.get(key) ?? null
    if (to?.session === from.session) continue
    changes.push({ case: from.case, month: monthName(from.on), ...goneFrom(from, to, { plan, whyGone }), from, to })
  }
  const joined = new Set<string>()
  for (const [key, to] of is) {
    if (was.has(key)) continue
    const about = { case: to.case, month: monthName(to.on), from: null, to, change: 'joined' as const }
    if (gapsBefore.has(key)) changes.push({ ...about, why: 'There is room for it now.' })
    else if (plannedBefore && !known.has(to.case) && !joined.has(to.case)) {
      joined.add(to.case)
      changes.push({ ...about, why: 'It is discussed in this team from now on.' })
    }
  }
  return changes.sort((a, b) => byText(a.month, b.month) || byText(a.case, b.case))
}

function goneFrom(
  from: Slot,
  to: Slot | null,
  { plan, whyGone }: Pick<Years, 'plan' | 'whyGone'>,
): Pick<SlotChange, 'change' | 'why'> {
  const isIt = (one: { readonly case: string; readonly month: string }): boolean =>
    one.case === from.case && one.month === monthName(from.on)
  const left = plan.left.find(isIt)
  if (to === null && left !== undefined)
    return { change: 'left', why: left.why.leaving === 'not-listed' ? whyGone(from.case) : leavingWords(left.why) }
  const moved = plan.moved.find(isIt)
  if (moved !== undefined) return { change: 'moved', why: moveWords(moved.why) }
  return {
    change: to === null ? 'left' : 'moved',
    why: from.fellOut
      ? `It was not discussed on ${govukDate(from.on)}.`
      : `The session of ${govukDate(from.on)} is no longer planned.`,
  }
}

/** In order of case and day; of two slots of a month the first that did not fall out. */
function byCaseAndMonth(slots: readonly Slot[]): ReadonlyMap<string, Slot> {
  const found = new Map<string, Slot>()
  const inOrder = [...slots].sort((a, b) => byText(a.case, b.case) || a.on.compareTo(b.on))
  for (const slot of inOrder) {
    const key = `${slot.case} ${monthName(slot.on)}`
    const other = found.get(key)
    if (other === undefined || (other.fellOut && !slot.fellOut)) found.set(key, slot)
  }
  return found
}
