import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../timeline/govukDate'
import { share, type Figure } from './figure'

/** A second or later child protection plan of a child. */
export interface FurtherPlan {
  readonly ref: string
  readonly child: string
  readonly startedOn: LocalDate
  readonly hasReason: boolean
}

/** Second or later plans that began in the period, and those with a recorded reason. Source: Caseclock handbook, sections 3 and 10. */
export function furtherPlans(plans: readonly FurtherPlan[]): readonly Figure[] {
  const line = ({ ref, child, startedOn }: FurtherPlan) => ({ ref, words: `${child}, began ${govukDate(startedOn)}` })
  return [
    share(
      {
        id: 'further-plans-with-reason',
        title: 'Second or later plans with a recorded reason',
        words:
          'Of the child protection plans that began in the period and were the child’s second or later, those with a recorded reason. “Not known” is a reason. What the first import did not know is left out.',
      },
      plans,
      { isCounted: ({ hasReason }) => hasReason, line },
    ),
  ]
}
