import type { BatchRows } from './batchRows'
import type { Transaction } from '../../../prisma/database'
import type { Recorded } from '../reconcile/recorded'
import type { Reconciled } from '../reconcile/facts'
import { reconcileFacts } from '../reconcile/reconcileFacts'
import type { Staff } from '../staff'
import type { CaseToApply } from './caseSource'
import { idsTakenElsewhere, type FactsOfCase } from './factsOfCase'
import type { ImportRun } from './importRun'
import { mappedCase, type MappedCase } from './mappedCase'
import { retoldEvents } from './retoldEvents'

/** What every case of a run needs, read once. */
export interface Around {
  readonly staff: Staff
  readonly unreadable: ReadonlySet<string>
  readonly rows: BatchRows
}

interface Comparing extends Around {
  /** What its chronology says. */
  readonly before: FactsOfCase
}

export interface ComparedCase {
  readonly recorded: readonly Recorded[]
  readonly mapped: MappedCase
  readonly reconciled: Reconciled
}

/** What the extract says about a case beside what its chronology says. Writes nothing. */
export async function compareCase(
  tx: Transaction,
  run: ImportRun,
  { caseId, sourceId, children }: CaseToApply,
  { staff, unreadable, rows, before }: Comparing,
): Promise<ComparedCase> {
  const { recorded, ties } = before
  const records = [
    ...recorded.flatMap(({ source }) => (source?.system === 'ssd' ? [source.record] : [])),
    ...ties.map(({ record }) => record),
  ]
  const mapped = await mappedCase(tx, run, { sourceId, children, staff, unreadable, records, rows })
  const known = new Set(recorded.map(({ id }) => id))
  const unknown = mapped.family.events.map(({ id }) => id).filter((id) => !known.has(id))
  const reconciled = reconcileFacts(
    {
      recorded,
      ties,
      taken: await idsTakenElsewhere(tx, caseId, unknown),
      retold: await retoldEvents(tx, caseId, recorded),
    },
    {
      system: 'ssd',
      caseId,
      events: mapped.family.events,
      whereabouts: mapped.whereabouts,
      lineOf: mapped.lineOf,
    },
  )
  return { recorded, mapped, reconciled }
}
