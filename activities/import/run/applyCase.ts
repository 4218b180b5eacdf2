import type { Transaction } from '../../../prisma/database'
import { readClock } from '../../clock'
import type { Finding } from '../finding'
import { stableId } from '../stableId'
import type { BatchFacts } from './batchFacts'
import type { CaseToApply } from './caseSource'
import { compareCase, type Around } from './compareCase'
import { followCase } from './followCase'
import { findingsOf } from './findingsOf'
import type { ImportRun, RunState } from './importRun'
import { writeCase } from './writeCase'
import { countFacts, type FactCounts } from './writeFacts'

/** What became of one case. */
export interface AppliedCase extends FactCounts {
  readonly caseId: string
  /** Anything was written: the clock has to look. */
  readonly touched: boolean
  readonly findings: readonly Finding[]
  /** When, in epoch milliseconds. */
  readonly now: number
}

/**
 * Brings one case up to what the extract says: the case itself, its children, and its chronology. Nothing is written when nothing is new;
 * twice is the same as once. The caller's transaction holds all of it or none. Null when the run is over: a worker that was paused until
 * then writes nothing of it beside the next run.
 */
export async function applyCase(
  tx: Transaction,
  run: ImportRun,
  one: CaseToApply,
  around: Around & { readonly facts: BatchFacts },
): Promise<AppliedCase | null> {
  const { caseId } = one
  const version = await lockedVersion(tx, run, one)
  if (version === null) return null
  const before = await around.facts.of(tx, caseId, version)
  const { mapped, reconciled } = await compareCase(tx, run, one, { ...around, before })
  const { append, ties } = reconciled
  const { now } = await readClock(tx)
  const commandId = stableId('import', run.id, caseId)
  const { family } = mapped
  const touched = await writeCase(tx, { caseId, family, append, ties, version: version + 1, commandId, now })
  if (touched && version > 0) await followCase(tx, caseId)
  return { ...countFacts(append), caseId, touched, findings: findingsOf({ mapped, reconciled }), now }
}

/** The version of the case, which nobody else changes from now on; null when the run is not bringing anything in any more. A case nobody knew is made. */
async function lockedVersion(
  tx: Transaction,
  run: ImportRun,
  { caseId, sourceId }: CaseToApply,
): Promise<number | null> {
  const lock = async (): Promise<{ readonly state: RunState; readonly version: number | null } | undefined> => {
    const [row] = await tx.$queryRaw<{ state: RunState; version: number | null }[]>`
      with locked as (select facts_version from case_file where id = ${caseId}::uuid for update)
      select state, (select facts_version from locked) as version from import_run where id = ${run.id}::uuid`
    return row
  }
  const found = await lock()
  if (found?.state !== 'applying') return null
  if (found.version !== null) return found.version
  await tx.$executeRaw`
    insert into case_file (id, ref, source_id, team_id, open, live_since, facts_version, planned_version, rules_version)
    values (${caseId}::uuid, ${`N-${sourceId}`}, ${sourceId}, null, false, ${run.asAt}::date, 0, 0, '') on conflict (id) do nothing`
  return (await lock())?.version ?? 0
}
