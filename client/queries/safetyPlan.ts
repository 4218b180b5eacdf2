import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { loadFacts } from '../../activities/planning/loadFacts'
import type { CaseRow } from '../../activities/planning/lockCase'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { knownOn } from '../../domain/chronology/knownOn'
import { complianceAsked } from '../../domain/safety-plan/complianceAsked'
import { planState, type PlanState } from '../../domain/safety-plan/planState'
import { policeView, type PoliceView } from '../../domain/safety-plan/policeView'
import { timeline } from '../../domain/timeline/timeline'
import type { Database, Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { loadActing, type Acting } from '../commands/loadActing'
import { STRANGER } from '../commands/mayRecordProblem'
import { writtenPlans } from '../commands/safety-plan/writtenPlans'

/** Why somebody does not see the safety plan of a case. */
export interface NoPlan {
  readonly refused: 'unknown-case' | 'not-allowed'
  readonly todo: string
}

/** The safety plan of a case for somebody who works with the whole case. */
export interface SafetyPlanPage extends PlanState {
  readonly ref: string
  readonly today: LocalDate
  readonly factsVersion: number
  /** Every child of the case: the plan names its children by these ids. For people who may see the case: it names them. */
  readonly family: readonly { readonly id: string; readonly name: string; readonly bornOn: string | null }[]
  /** Who wrote the version that holds, by name. */
  readonly writtenBy: string | null
}

/** The same as police see it. */
export interface PolicePage extends PoliceView {
  readonly ref: string
  readonly today: LocalDate
}

interface Asking {
  readonly ref: string
  readonly readerId: string
}

/** The safety plan of a case as it stands today. Police, and whoever does not work with the case, are refused. */
export const safetyPlan = (db: Database, asking: Asking): Promise<SafetyPlanPage | NoPlan> =>
  inTransaction(db, async (tx) => {
    const read = await readCase(tx, asking)
    if ('refused' in read) return read
    const { row, today, acting } = read
    if (acting.scope !== 'everything')
      return { refused: 'not-allowed', todo: acting.scope === 'police-track' ? FOR_POLICE : STRANGER }
    const state = await stateOf(tx, row, today)
    const family = await tx.$queryRaw<SafetyPlanPage['family'][number][]>`
      select id::text, forename || ' ' || surname as name, born_on::text as "bornOn" from child where case_id = ${row.id}::uuid order by born_on, forename, id`
    const [writer] = await tx.$queryRaw<{ name: string }[]>`
      select name from person where id::text = ${state.document?.madeBy ?? ''}`
    return { ref: row.ref, today, factsVersion: row.facts_version, family, writtenBy: writer?.name ?? null, ...state }
  })

/** What police see of the safety plan of a case: compliance and deadlines, and nothing else of the record. Whoever works with the whole case may look at what that is. */
export const policePlan = (db: Database, asking: Asking): Promise<PolicePage | NoPlan> =>
  inTransaction(db, async (tx) => {
    const read = await readCase(tx, asking)
    if ('refused' in read) return read
    const { row, today, acting } = read
    if (acting.scope !== 'everything' && acting.scope !== 'police-track')
      return { refused: 'not-allowed', todo: STRANGER }
    return { ref: row.ref, today, ...policeView(await stateOf(tx, row, today)) }
  })

const FOR_POLICE =
  'Police see whether the plan is kept and its deadlines, and nothing else of the record: caseclock safety-plan police.'

type Row = Pick<CaseRow, 'id' | 'ref' | 'team_id' | 'live_since' | 'facts_version'>

/** The case, for a person in post who may open it. */
async function readCase(
  tx: Transaction,
  { ref, readerId }: Asking,
): Promise<{ readonly row: Row; readonly today: LocalDate; readonly acting: Acting } | NoPlan> {
  const [row] = await tx.$queryRaw<CaseRow[]>`
    select id, ref, team_id, open, live_since::text, facts_version, planned_version, rules_version, next_moment, given from case_file where ref = ${ref}`
  if (row === undefined) return { refused: 'unknown-case', todo: `There is no case ${ref}. Check the reference.` }
  const today = londonDay((await readClock(tx)).now)
  const acting = await loadActing(tx, { actorId: readerId, row, day: today })
  return typeof acting === 'string' ? { refused: 'not-allowed', todo: acting } : { row, today, acting }
}

async function stateOf(tx: Transaction, row: Row, today: LocalDate): Promise<PlanState> {
  const { policy, calendar } = await rulesInForce()(tx, today)
  const facts = knownOn(await loadFacts(tx, row), today)
  const { obligations } = timeline(facts, policy, calendar)
  const written = await writtenPlans(tx, row.id)
  return planState({ facts, written, obligations, asksBefore: complianceAsked(policy, calendar), today, calendar })
}
