import type { Database } from '../../../prisma/database'
import { readClock } from '../../clock'
import { realNow } from '../../realNow'
import { londonDay } from '../../../domain/calendar/london'
import type { RulesInForce } from '../../planning/rulesInForce'
import type { Finding } from '../finding'
import type { CaseSource, CaseToApply, ComparedLine } from './caseSource'
import { casesSoFar } from './casesSoFar'
import type { ImportRun } from './importRun'
import { peopleAhead, type PeopleAhead } from './peopleAhead'
import { endOfDayOne, previewCase, type CasePreview, type Looking } from './previewCase'
import { isOfTheCase, notTaken } from './ofTheCase'
import { rolledBack } from './rolledBack'
import { saveFindings } from './saveFindings'

interface LookedAt {
  readonly preview: CasePreview
  readonly findings: readonly Finding[]
}

export interface LookingAhead {
  readonly source: CaseSource
  readonly rules: RulesInForce
  /** Those of the source, unless somebody has them already. */
  readonly people?: PeopleAhead
  /** Real milliseconds after which a transaction ends with what it has; ENOUGH_MS unless told. */
  readonly enoughMs?: number
}

/** One that runs out of time would be tried for ever. */
const ENOUGH_MS = 4_000

/** Compares some cases with their source, among the people whom it knows, and says what taking it would do to each. Everything is rolled back. On a slow machine only the first of them. */
export async function previewBatch(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  looking: LookingAhead,
): Promise<ReadonlyMap<string, LookedAt>> {
  try {
    return await previewTogether(db, run, cases, looking)
  } catch (error) {
    if (!isOfTheCase(error)) throw error
    const [only] = cases
    if (only !== undefined && cases.length === 1)
      return new Map([
        [only.caseId, { preview: notSeen(only), findings: [notTaken(looking.source.file, only, error)] }],
      ])
    // One of them is to blame: each by itself.
    const previews = new Map<string, LookedAt>()
    for (const one of cases)
      for (const [id, seen] of await previewBatch(db, run, [one], looking)) previews.set(id, seen)
    return previews
  }
}

const notSeen = ({ sourceId }: CaseToApply): CasePreview => ({
  ref: `N-${sourceId}`,
  isNew: false,
  facts: { added: 0, changed: 0, takenBack: 0 },
  obligations: [],
  told: {},
})

async function previewTogether(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  { source, rules, people = peopleAhead(source), enoughMs = ENOUGH_MS }: LookingAhead,
): Promise<ReadonlyMap<string, LookedAt>> {
  const until = realNow() + enoughMs
  const { compared, soFar, looking } = await compareTogether(db, run, cases, { source, rules, people, until })
  const previews = new Map<string, LookedAt>()
  for (const [lineId, { toPreview, findings }] of compared) {
    if (previews.size > 0 && realNow() >= until) break // the others are looked at again, in the next step
    const preview = previewCase(toPreview, soFar.get(toPreview.caseId), looking)
    previews.set(lineId, { preview, findings })
  }
  return previews
}

interface Comparing extends Required<Pick<LookingAhead, 'source' | 'rules' | 'people'>> {
  /** Real epoch milliseconds after which it ends with what it has. */
  readonly until: number
}

interface Together {
  readonly compared: ReadonlyMap<string, ComparedLine>
  readonly soFar: Awaited<ReturnType<typeof casesSoFar>>
  readonly looking: Looking
}

/** All that the looking ahead asks the database. */
async function compareTogether(
  db: Database,
  run: ImportRun,
  cases: readonly CaseToApply[],
  { source, rules: rulesInForce, people, until }: Comparing,
): Promise<Together> {
  const compared = new Map<string, ComparedLine>()
  let together: Together | undefined
  await rolledBack(db, async (tx) => {
    const { now } = await readClock(tx)
    const { calendar } = await rulesInForce(tx, londonDay(now))
    const evening = endOfDayOne(now, run.asAt, calendar)
    const rules = await rulesInForce(tx, londonDay(evening))
    const everybody = await people(tx, londonDay(evening).toString())
    for (const one of cases) {
      if (compared.size > 0 && realNow() >= until) break // the others are looked at in the next transaction
      compared.set(one.caseId, await source.compare(tx, one))
    }
    const soFar = await casesSoFar(
      tx,
      [...compared.values()].map(({ toPreview }) => toPreview.caseId),
    )
    together = { compared, soFar, looking: { rules, everybody, evening } }
  })
  if (together === undefined) throw new Error('A look ahead ended without an answer.')
  return together
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
