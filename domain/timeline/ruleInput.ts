import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { SupervisedTime } from '../chronology/caseFacts'
import type { ChildHistory } from '../chronology/childHistory'
import type { Version } from '../chronology/versions'
import type { Effective } from '../chronology/effectiveEvents'
import type { Goal } from '../chronology/goals'
import type { OtherPlan } from '../chronology/otherPlans'
import type { ProtectionPlan } from '../chronology/protectionPlans'
import type { Referral } from '../chronology/referrals'
import type { SafetyPlan } from '../chronology/safetyPlans'
import type { RuleVersions } from '../policy/policySchedule'

/** What the facts say of one child, folded once for all rules. */
export interface ChildState {
  readonly history: ChildHistory
  readonly referrals: readonly Referral[]
  /** Child protection plans of our own. */
  readonly plans: readonly ProtectionPlan[]
  readonly cinPlans: readonly OtherPlan[]
  readonly ploPlans: readonly OtherPlan[]
  readonly safetyPlans: readonly SafetyPlan[]
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
  /** When the case was with a team that holds group supervision. */
  readonly supervised: readonly SupervisedTime[]
  /** The first version of an event by the id of any of its versions. */
  readonly firstOf: (id: string) => string
  /** Every version of an event, by the id of its first, as appended: what was moved, and when. */
  readonly versionsOf: (first: string) => readonly Version[]
  /** The day on which this much was known; null when there is no event. Never today: only how far what comes round every month is known. */
  readonly knownOn: LocalDate | null
}
