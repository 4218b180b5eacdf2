import { isoDay } from '../../../domain/calendar/isoDay'
import { eighteenthBirthday } from '../../../domain/chronology/eighteenth'
import { isAnotherAuthoritys } from '../planProblem'
import type { ReadChild } from '../readChild'
import type { SsdRow } from '../ssdRow'
import { civilDay } from '../rowReader'
import type { EventRows, EventTable } from '../rowShapes'
import type { MapContext } from './mapContext'
import { makesLookedAfter } from './protection'

interface Around {
  readonly asAt: string
  readonly leavers: ReadonlySet<string>
  readonly children: ReadonlyMap<string, ReadChild>
}

/** What the rows that were taken say about each other. */
export function rowContext(taken: EventRows, { asAt, leavers, children }: Around): MapContext {
  const rows = (table: EventTable): readonly SsdRow[] => taken.get(table) ?? []
  const lookedAfter = new Set(
    rows('ssd_legal_status')
      .filter((row) => makesLookedAfter(text(row, 'lega_legal_status')))
      .map((row) => `${text(row, 'lega_person_id')}|${day(row, 'lega_legal_status_start_date')}`),
  )
  const moved = new Set(
    rows('ssd_cin_episodes')
      .filter((row) => text(row, 'cine_close_reason') === 'RC5')
      .map((row) => `${text(row, 'cine_person_id')}|${day(row, 'cine_close_date')}`),
  )
  const endedByReview = new Set(
    rows('ssd_cp_reviews')
      .filter((row) => text(row, 'cppr_cp_review_outcome_continue_cp').toUpperCase() === 'N')
      .map((row) => `${text(row, 'cppr_cp_plan_id')}|${day(row, 'cppr_cp_review_date')}`),
  )
  return {
    asAt,
    leavers,
    endedByReview,
    referralDate: new Map(rows('ssd_cin_episodes').map((row) => [row.id, day(row, 'cine_referral_date')])),
    plansBefore: plansBefore(rows('ssd_cp_plans')),
    whyEnded: (id, on) => {
      const child = children.get(id)?.child
      if (child?.diedOn === on) return 'died'
      if (child !== undefined && adultOn(child.bornOn) === on) return 'adult'
      if (lookedAfter.has(`${id}|${on}`)) return 'looked-after'
      return moved.has(`${id}|${on}`) ? 'moved' : null
    },
  }
}

function plansBefore(plans: readonly SsdRow[]): MapContext['plansBefore'] {
  const starts = new Map<string, string[]>()
  for (const row of plans) {
    if (isAnotherAuthoritys(row)) continue
    const child = text(row, 'cppl_person_id')
    const list = starts.get(child) ?? []
    list.push(day(row, 'cppl_cp_plan_start_date'))
    starts.set(child, list)
  }
  return (child, before) => (starts.get(child) ?? []).filter((start) => start < before).length
}

const text = (row: SsdRow, field: string): string => row.values[field] ?? ''
const day = (row: SsdRow, field: string): string => civilDay(text(row, field)) ?? ''
const adultOn = (bornOn: string | null): string | null =>
  bornOn === null ? null : eighteenthBirthday(isoDay(bornOn)).toString()
