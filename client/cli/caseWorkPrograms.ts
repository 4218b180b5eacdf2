import type { Command } from 'commander'
import { closingPrograms } from './closing/closingPrograms'
import { conferencePrograms } from './conference/conferencePrograms'
import { disputePrograms } from './disputes/disputePrograms'
import { followUpPrograms } from './follow-up/followUpPrograms'
import { planPrograms } from './plans/planPrograms'
import { safetyPlanPrograms } from './safety-plan/safetyPlanPrograms'
import type { Registering } from './supervisionPrograms'

/** What people work with on a case: its plans, conferences, safety plan, follow-ups, closing and disputes. */
export function caseWorkPrograms(caseclock: Command, registering: Registering): void {
  planPrograms(caseclock, registering)
  conferencePrograms(caseclock, registering)
  safetyPlanPrograms(caseclock, registering)
  followUpPrograms(caseclock, registering)
  closingPrograms(caseclock, registering)
  disputePrograms(caseclock, registering)
}
