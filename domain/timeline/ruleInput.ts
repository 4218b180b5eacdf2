import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { ChildHistory } from '../chronology/childHistory'
import type { Effective } from '../chronology/effectiveEvents'
import type { Goal } from '../chronology/goals'
import type { OtherPlan } from '../chronology/otherPlans'
import type { ProtectionPlan } from '../chronology/protectionPlans'
import type { Referral } from '../chronology/referrals'
import type { RuleVersions } from '../policy/policySchedule'

/** What the facts say of one child, folded once for all rules. */
export interface ChildState {
  readonly history: ChildHistory
  readonly referrals: readonly Referral[]
  /** Child protection plans of our own. */
  readonly plans: readonly ProtectionPlan[]
  readonly cinPlans: readonly OtherPlan[]
  readonly ploPlans: readonly OtherPlan[]
}

interface Common {
  /** The goals of all plans of the case. */
  readonly goals: readonly Goal[]
  readonly rules: RuleVersions
  readonly calendar: WorkingCalendar
  readonly liveSince: LocalDate | null
}

/** What a rule that runs per child is handed. */
export interface RuleInput extends ChildState, Common {}

/** What a rule that runs per case is handed: every child, and every event once. */
export interface CaseRuleInput extends Common {
  readonly children: readonly ChildState[]
  readonly all: readonly Effective[]
}
