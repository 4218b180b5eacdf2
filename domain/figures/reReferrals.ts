import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../timeline/govukDate'
import { share, type Figure } from './figure'

/** A referral of one child, and the one before it; null where it was the first that is recorded. */
export interface ChildReferral {
  readonly ref: string
  readonly child: string
  readonly on: LocalDate
  readonly before: LocalDate | null
}

/** Referrals of the period that came within 12, and 6, calendar months of the child's previous one. Source: Caseclock handbook, section 10. */
export const reReferrals = (referrals: readonly ChildReferral[]): readonly Figure[] =>
  [12, 6].map((months) => {
    const line = ({ ref, child, on, before }: ChildReferral) => ({
      ref,
      words: `${child}, referred ${govukDate(on)}${before === null ? '' : `, before that ${govukDate(before)}`}`,
    })
    return share(
      {
        id: `re-referrals-${String(months)}-months`,
        title: `Re-referrals within ${String(months)} months`,
        words: `Of the referrals received in the period, one for each child, those within ${String(months)} calendar months of the child’s previous referral. A referral that was corrected or taken back is left out; so is an earlier one that is not recorded here.`,
      },
      referrals,
      { isCounted: ({ on, before }) => before !== null && !before.plusMonths(months).isBefore(on), line },
    )
  })
