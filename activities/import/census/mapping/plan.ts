import { categoryOf } from '../../mapping/category'
import { draft, type CensusRecord, type Draft } from '../draft'
import type { Place } from '../recordReader'

/** When a plan ran; `to` is null while it runs. */
export interface PlanRun {
  readonly from: string
  readonly to: string | null
}

/** Why a plan may have ended on a day, from the child's other records. A census does not know who became looked after. */
export type WhyEnded = (day: string) => 'died' | 'adult' | 'moved' | null

interface Around {
  readonly whyEnded: WhyEnded
  /** The days on which reviews of this plan were held. */
  readonly reviewedOn: ReadonlySet<string>
  /** Counted from the plans themselves: some returns count the plan itself in NumberOfPreviousCPP, some do not. */
  readonly previousPlans: number
}

/** `ChildProtectionPlans` */
export const protectionRun = ({ read }: CensusRecord): PlanRun => {
  const from = read.day('CPPstartDate')
  return { from, to: read.dayOrNull('CPPendDate', from) }
}

export function protectionPlan(
  record: CensusRecord,
  { from, to }: PlanRun,
  { whyEnded, reviewedOn, previousPlans }: Around,
): readonly Draft[] {
  const category = categoryOf(record.read.text('InitialCategoryOfAbuse'))
  const start = draft(record, {
    kind: 'plan-started',
    on: from,
    data: { plan: 'cpp', authority: 'ours', previousPlans, ...(category === undefined ? {} : { category }) },
    field: 'CPPstartDate',
  })
  if (to === null) return [start]
  const reason = reviewedOn.has(to) ? ('review' as const) : (whyEnded(to) ?? ('not-known' as const))
  return [start, ended(record, start, { plan: 'cpp', on: to, reason, field: 'CPPendDate' })]
}

/** A `CPPreviewDate` of a plan: its outcome is not in a census; the review on the day the plan ended ended it. */
export const review = (record: CensusRecord, held: Held, planEnded: string | null): Draft => ({
  ...draft(record, {
    kind: 'review-held',
    on: held.on,
    data: { outcome: held.on === planEnded ? 'end' : 'continue' },
    field: 'Reviews',
  }),
  place: held.place,
})

export interface Held {
  readonly on: string
  readonly place: Place
}

/** `CINPlanDates` */
export function needPlan(record: CensusRecord, whyEnded: WhyEnded): readonly Draft[] {
  const { read } = record
  const from = read.day('CINPlanStartDate')
  const to = read.dayOrNull('CINPlanEndDate', from)
  const start = draft(record, { kind: 'plan-started', on: from, data: { plan: 'cin' }, field: 'CINPlanStartDate' })
  if (to === null) return [start]
  const reason = whyEnded(to) ?? ('not-known' as const)
  return [start, ended(record, start, { plan: 'cin', on: to, reason, field: 'CINPlanEndDate' })]
}

interface End {
  readonly plan: 'cpp' | 'cin'
  readonly on: string
  readonly reason: Exclude<ReturnType<WhyEnded>, null> | 'review' | 'not-known'
  readonly field: string
}

/** The end of the plan that `start` began. */
const ended = (record: CensusRecord, start: Draft, { plan, on, reason, field }: End): Draft =>
  draft(record, { kind: 'plan-ended', on, data: { plan, reason }, field, names: { field: 'of', draft: start } })
