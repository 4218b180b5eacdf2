import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../calendar/isoDay'
import type { EventOf } from './chronologyEvent'
import { asEnd, birthdayOf, earlier, leftSince, ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import { finalClosing } from './finalClosing'
import type { Problem } from './problem'
import { signatory } from './writtenWords'

/** An agreement as it was made: by word, by hand, or the formal document; a later one amends the plan that runs. */
export type Agreement = Effective<EventOf<'safety-plan-agreed'>>

/** A safety plan of one child, from the first agreement to its end. */
export interface SafetyPlan {
  /** The event of its first agreement, and that event's first version. */
  readonly id: string
  readonly first: string
  readonly agreedOn: LocalDate
  /** In order of date; at least the first. */
  readonly agreements: readonly [Agreement, ...Agreement[]]
  /** Recorded, the last day it is valid on as the last agreement says, the closing of the case, the child's leaving or eighteenth birthday, whichever is first. */
  readonly end: End | null
}

/**
 * The safety plans of a child in order. What is agreed while one runs is no second plan but its next version: the formal document of what was
 * agreed on the doorstep, or an amendment. On the last day it is valid it still runs; on the day anything else ended it, a new one begins.
 */
export function safetyPlans(history: ChildHistory): {
  readonly plans: readonly SafetyPlan[]
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = [...unknownSignatories(history)]
  const plans: SafetyPlan[] = []
  for (const agreed of ofKind(history.events, 'safety-plan-agreed')) {
    const gone = goneBy(history, agreed.on)
    if (gone !== null) {
      problems.push({ events: [gone.by, agreed.id].filter((id) => id !== 'birthday'), problem: GONE })
      continue
    }
    if (validUntil(agreed)?.isBefore(agreed.on) === true)
      problems.push({
        events: [agreed.id],
        problem: 'a safety plan is valid until a day before it was agreed; that day counts for nothing',
      })
    const last = plans.at(-1)
    const runs =
      last !== undefined && (last.end === null || last.end.on.isAfter(agreed.on) || isLastDay(last, agreed.on))
    if (runs) plans.splice(-1, 1, planOf(history, [...last.agreements, agreed], plans.at(-2)?.end ?? null))
    else plans.push(planOf(history, [agreed], last?.end ?? null))
  }
  return { plans, problems }
}

/** Documents and signatures of a role that nobody knows: it is neither waited for nor taken for a parent's. The word may be a name: it is not said. */
const unknownSignatories = ({ events }: ChildHistory): readonly Problem[] => [
  ...ofKind(events, 'safety-plan-agreed')
    .filter(({ data }) => data.signatories?.some(isUnknown) === true)
    .map(({ id }) => ({ events: [id], problem: `a safety plan names a signatory ${UNKNOWN}` })),
  ...ofKind(events, 'safety-plan-signed')
    .filter(({ data }) => isUnknown(data.role))
    .map(({ id }) => ({ events: [id], problem: `a safety plan was signed by somebody ${UNKNOWN}` })),
]

const isUnknown = (role: string): boolean => signatory(role).of === 'unknown'

const UNKNOWN =
  'whose role is not known, so that signature counts for nobody; write parent, mother, father, carer, social worker, team manager or police'

const GONE = 'a safety plan was agreed about a child who had died or come of age; it starts no clock'

/** The death or the eighteenth birthday that came before a day. */
const goneBy = (history: ChildHistory, day: LocalDate): End | null => {
  const gone = earlier(history.died, birthdayOf(history))
  return gone?.on.isBefore(day) === true ? gone : null
}

const validUntil = ({ data }: Agreement): LocalDate | null =>
  data.validUntil === undefined ? null : isoDay(data.validUntil)

/** The last day on which it is valid is one of its days. */
const isLastDay = ({ agreements, end }: SafetyPlan, day: LocalDate): boolean =>
  end?.on.equals(day) === true && agreements.some(({ id }) => id === end.by)

function planOf(history: ChildHistory, agreements: SafetyPlan['agreements'], before: End | null): SafetyPlan {
  const [{ id, first, on }] = agreements
  const last = agreements.at(-1) ?? agreements[0]
  // What ended the plan before ends no other.
  const from = before?.on.equals(on) === true ? on.plusDays(1) : on
  const ended = ofKind(history.events, 'safety-plan-ended', 'plan-ended').find(
    (event) => !event.on.isBefore(from) && (event.kind === 'safety-plan-ended' || event.data.plan === 'safety'),
  )
  const valid = validUntil(last)
  const expired = valid === null || valid.isBefore(last.on) ? null : { by: last.id, on: valid }
  const ends = [asEnd(ended), expired, finalClosing(history, from), leftSince(history, from), birthdayOf(history)]
  return { id, first, agreedOn: on, agreements, end: ends.reduce<End | null>(earlier, null) }
}
