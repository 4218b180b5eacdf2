import type { Database } from '../../../prisma/database'
import { loadPeople } from '../../people/loadPeople'
import { readClock, realNow } from '../../clock'
import { londonDay } from '../../../domain/calendar/london'
import type { Rules } from '../../planning/rulesInForce'
import { applyPeople } from '../applyPeople'
import type { Finding } from '../finding'
import { compareCase, type Around, type CaseToApply } from './compareCase'
import type { ImportRun } from './importRun'
import { endOfDayOne, previewCase, type CasePreview } from './previewCase'
import { findingsOf } from './findingsOf'
import { rolledBack } from './rolledBack'
import { saveFindings } from './saveFindings'
import { countFacts } from './writeFacts'

interface LookedAt {
  readonly preview: CasePreview
  readonly findings: readonly Finding[]
}

/** Real milliseconds after which no further case is begun: a busy machine looks at fewer at once, and the transaction never runs out of time. */
const LOOKING_MS = 3_000

/** Compares some cases with the extract, among the people whom it knows, and says what taking it would do to each. Everything is rolled back. */
export async function previewBatch(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  { rules, ...around }: Around & { readonly rules: Rules },
): Promise<ReadonlyMap<string, LookedAt>> {
  const previews = new Map<string, LookedAt>()
  const until = realNow() + LOOKING_MS
  await rolledBack(db, async (tx) => {
    const evening = endOfDayOne((await readClock(tx)).now, run.asAt, rules)
    await applyPeople(tx, around.staff, run.asAt)
    const everybody = await loadPeople(tx, londonDay(evening).toString())
    for (const one of cases) {
      if (previews.size > 0 && realNow() >= until) return
      const { recorded, mapped, reconciled } = await compareCase(tx, run, one, around)
      const { ref, teamId, children } = mapped.family
      const preview = await previewCase(
        tx,
        {
          caseId: one.caseId,
          ref,
          teamId,
          children,
          recorded,
          append: reconciled.append,
          counts: countFacts(reconciled.append),
          asAt: run.asAt,
        },
        { rules, everybody, evening },
      )
      previews.set(one.caseId, { preview, findings: findingsOf({ mapped, reconciled }) })
    }
  })
  return previews
}

/** Keeps them, and what was found, so that the next step goes on behind them. */
export async function keepPreviews(
  db: Database,
  run: ImportRun,
  previews: ReadonlyMap<string, LookedAt>,
): Promise<void> {
  for (const [caseId, { findings }] of previews)
    if (findings.length > 0) await saveFindings(db, { runId: run.id, caseId }, findings)
  const rows = [...previews].map(([caseId, { preview }]) => ({ case_id: caseId, previewed: preview }))
  await db.$executeRaw`
    update import_case c set previewed = p.previewed
    from json_populate_recordset(null::import_case, ${JSON.stringify(rows)}::json) p
    where c.run_id = ${run.id}::uuid and c.case_id = p.case_id`
}
