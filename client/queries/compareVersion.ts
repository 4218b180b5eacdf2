import { ruleBook } from '../../activities/planning/rulesInForce'
import { inForceBy, newest, withVersion } from '../../domain/policy/policySchedule'
import type { Database } from '../../prisma/database'
import type { NewVersion } from '../commands/versionProblem'
import { compareOverCases, type CaseloadComparison } from './compareOverCases'

export interface LookedAhead {
  /** The name of the version before it. */
  readonly before: string
  readonly compared: CaseloadComparison
}

/** The first day of a version beside the same day without it. Throws `RulesUnreadable` where what stands on that day cannot be read. */
export async function compareVersion(db: Database, version: NewVersion): Promise<LookedAhead> {
  const { schedule, calendar } = await ruleBook(db, version.from)
  const from = inForceBy(schedule, version.from)
  const compared = await compareOverCases(db, {
    from: { policy: from, calendar },
    to: { policy: withVersion(from, version), calendar },
    today: version.from,
  })
  return { before: newest(from).id, compared }
}
