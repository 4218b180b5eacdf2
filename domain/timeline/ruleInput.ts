import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { ChildHistory } from '../chronology/childHistory'
import type { ProtectionPlan } from '../chronology/protectionPlans'
import type { Referral } from '../chronology/referrals'
import type { Rule } from '../policy/policyPack'

/** What a rule that runs per child is handed. */
export interface RuleInput {
  readonly history: ChildHistory
  readonly referrals: readonly Referral[]
  readonly plans: readonly ProtectionPlan[]
  readonly rule: Rule
  readonly calendar: WorkingCalendar
  readonly liveSince: LocalDate | null
}
