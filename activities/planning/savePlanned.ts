import type { Problem } from '../../domain/chronology/problem'
import type { Transaction } from '../../prisma/database'
import type { ClockReading } from '../clock'
import type { CaseRow } from './lockCase'
import type { Rules } from './rules'

interface Planned {
  readonly row: CaseRow
  readonly rules: Rules
  readonly clock: ClockReading
  readonly nextMoment: number | null
  /** What is odd about the facts. */
  readonly problems: readonly Problem[]
}

/** Notes on the case which facts and rules its plan was made from, what was odd about them, and when it looks again. */
export const savePlanned = (
  tx: Transaction,
  { row, rules, clock, nextMoment, problems }: Planned,
): Promise<number> => tx.$executeRaw`
  update case_file set planned_version = facts_version, rules_version = ${rules.version},
    planned_at = ${new Date(clock.now).toISOString()}::timestamptz, problem = null,
    fact_problems = ${JSON.stringify(problems)}::jsonb,
    next_moment = ${nextMoment === null ? null : new Date(nextMoment).toISOString()}::timestamptz
  where id = ${row.id}::uuid`
