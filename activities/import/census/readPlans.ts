import { contentOf, distinct, within, type CensusElement } from './censusElement'
import { counted, takeRecord, type ChildReading } from './childReading'
import type { CensusRecord, Draft } from './draft'
import { protectionPlan, protectionRun, review, type Held, type PlanRun, type WhyEnded } from './mapping/plan'
import { planWarnings } from './planWarnings'
import { dayIn, recordReader, RecordRejected } from './recordReader'

const PLAN = 'ChildProtectionPlans'

interface ReadPlan {
  readonly element: CensusElement
  readonly record: CensusRecord
  /** Null when it cannot be taken. */
  readonly run: PlanRun | null
  readonly reviews: readonly Held[]
}

/** The child protection plans of a child with their reviews. Of two that overlap the older one stands; a review stands without its plan. */
export function readPlans(
  details: readonly CensusElement[],
  whyEnded: WhyEnded,
  reading: ChildReading,
): { readonly events: readonly Draft[]; readonly running: readonly CensusElement[] } {
  const plans = withoutOverlap(
    details.flatMap((detail) => distinct(within(detail, PLAN)).map((element) => readPlan(element, detail, reading))),
    reading,
  )
  const starts = plans.flatMap(({ run }) => (run === null ? [] : [run.from]))
  const events = plans.flatMap(({ element, record, run, reviews }) => {
    const held = reviews.map((one) => review(record, one, run?.to ?? null))
    if (run === null) return held
    const around = {
      whyEnded,
      reviewedOn: new Set(reviews.map(({ on }) => on)),
      previousPlans: starts.filter((start) => start < run.from).length,
    }
    const taken = takeRecord(reading, PLAN, () => protectionPlan(record, run, around))
    if (taken !== undefined) planWarnings(element, reading)
    return [...(taken ?? []), ...held]
  })
  return { events, running: plans.flatMap(({ element, run }) => (run?.to === null ? [element] : [])) }
}

function readPlan(element: CensusElement, detail: CensusElement, reading: ChildReading): ReadPlan {
  const record = { read: recordReader(element, reading.asAt), content: `${contentOf(element)} ${contentOf(detail)}` }
  const run = orRejected(() => protectionRun(record), reading)
  const reviews = distinct(within(element, 'Reviews').flatMap((list) => within(list, 'CPPreviewDate'))).flatMap(
    ({ text, line }): Held[] => {
      const place = { line, field: 'CPPreviewDate' }
      const on = orRejected(
        () => dayIn(text, place, { latest: reading.asAt, start: run?.from, early: 'review-before-plan' }),
        reading,
      )
      if (on === null) return []
      counted(reading.read, 'CPPreviewDate')
      return [{ on, place }]
    },
  )
  return { element, record, run, reviews }
}

function withoutOverlap(plans: readonly ReadPlan[], reading: ChildReading): readonly ReadPlan[] {
  const key = ({ run, record }: ReadPlan): string => `${run?.from ?? ''}|${record.content}`
  let before: PlanRun | null = null
  return [...plans]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((plan) => {
      const { run } = plan
      if (run === null) return plan
      if (before !== null && (before.to === null || before.to > run.from)) {
        const problem = `The plan of ${before.from} of this child is still running on ${run.from}.`
        const { kind, place, message } = new RecordRejected(
          'overlapping-plans',
          plan.record.read.place('CPPstartDate'),
          problem,
        )
        reading.reject(kind, place, message)
        return { ...plan, run: null }
      }
      before = run
      return plan
    })
}

function orRejected<T>(work: () => T, { reject }: ChildReading): T | null {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RecordRejected)) throw error
    reject(error.kind, error.place, error.message)
    return null
  }
}
