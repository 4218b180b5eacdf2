import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../timeline/govukDate'
import { share, type Figure } from './figure'

/** A child protection plan that runs today. */
export interface RunningPlan {
  readonly ref: string
  readonly child: string
  readonly startedOn: LocalDate
}

/** Child protection plans that run today and began 15, 18 or 24 months ago or earlier; each is in those before it too. Source: Caseclock handbook, section 10. */
export const longPlans = (plans: readonly RunningPlan[], today: LocalDate): readonly Figure[] =>
  [15, 18, 24].map((months) => {
    const line = ({ ref, child, startedOn }: RunningPlan) => ({ ref, words: `${child}, since ${govukDate(startedOn)}` })
    return share(
      {
        id: `plans-over-${String(months)}-months`,
        title: `Child protection plans of ${String(months)} months or more`,
        words: `Of the children whose child protection plan runs today, those whose plan began ${String(months)} calendar months ago or earlier. Plans that have ended are left out.`,
      },
      plans,
      { isCounted: ({ startedOn }) => !startedOn.plusMonths(months).isAfter(today), line },
    )
  })
