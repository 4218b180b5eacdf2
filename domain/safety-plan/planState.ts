import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import { childHistories } from '../chronology/childHistory'
import { runningSafetyPlans } from '../chronology/runningSafetyPlans'
import type { Agreement } from '../chronology/safetyPlans'
import type { Obligation } from '../timeline/obligation'
import { copiesOf, copiesToGive, type Copy } from './copies'
import { lineGoals } from './lineGoals'
import { lineReviews, type LineReview } from './lineReviews'
import { linesOf, type PlanLine } from './linesOf'
import { lookAgain } from './lookAgain'
import { planBreaches, type PlanBreach } from './planBreaches'
import { planCautions, type PlanCaution } from './planCautions'
import { checksOf, type Asked } from './planChecks'
import { planClocks, type PlanClock } from './planClocks'
import { signaturesOf, type WantedSignature } from './signaturesOf'
import { newestOf, type WrittenPlan } from './writtenPlan'

/** How the safety plan of a case stands on a day. */
export interface PlanState {
  readonly state: 'none' | 'agreed' | 'written' | 'ended'
  /** Ids of the children whose plan runs. */
  readonly children: readonly string[]
  /** The version that holds: of the plan that runs, else the last there was. */
  readonly document: WrittenPlan | null
  /** Those before it, the newest first. */
  readonly earlier: readonly WrittenPlan[]
  readonly agreed: readonly { readonly on: LocalDate; readonly how: Agreement['data']['how'] }[]
  readonly signatures: readonly WantedSignature[]
  readonly clocks: readonly PlanClock[]
  readonly lines: readonly (PlanLine & { readonly reviews: readonly LineReview[] })[]
  readonly checks: readonly Asked[]
  readonly lookAgain: readonly string[]
  readonly copies: readonly Copy[]
  readonly copiesToGive: readonly string[]
  readonly breaches: readonly PlanBreach[]
  readonly cautions: readonly PlanCaution[]
}

interface Given {
  /** As known today. */
  readonly facts: CaseFacts
  readonly written: readonly WrittenPlan[]
  readonly obligations: readonly Obligation[]
  /** The day before a caution's due date on which compliance is asked. */
  readonly asksBefore: (due: Obligation) => LocalDate | null
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/** Everything that is known of a case's safety plan on a day, from its facts and its versions. Names nobody but by role. */
export function planState({ facts, written, obligations, asksBefore, today, calendar }: Given): PlanState {
  const histories = childHistories(facts)
  const { all } = histories
  const running = runningSafetyPlans(facts, today)
  const agreed = agreementsOf(running.flatMap((one) => one.agreed))
  const last = [...written].sort((a, b) => a.number - b.number).at(-1)
  const document = (running.length === 0 ? last : newestOf(written, agreed)) ?? null
  const formal = agreed.findLast(({ data }) => data.how === 'formal')
  const copies = copiesOf(all)
  const looking = { running, goals: lineGoals(histories, running), obligations, today, calendar }
  const since = agreed[0]?.on ?? document?.madeOn ?? today
  return {
    state: running.length > 0 ? (formal === undefined ? 'agreed' : 'written') : endedOrNone(facts),
    children: running.map(({ child }) => child),
    document,
    earlier: written.filter(({ id }) => id !== document?.id).sort((a, b) => b.number - a.number),
    agreed: agreed.map(({ on, data }) => ({ on, how: data.how })),
    signatures: formal === undefined ? [] : signaturesOf(formal, all),
    clocks: planClocks(looking),
    lines: (document === null ? [] : linesOf(document.content)).map((line) => ({
      ...line,
      reviews: lineReviews(line.id, all, { since }),
    })),
    checks: document === null ? [] : checksOf(document.content),
    lookAgain: document === null ? [] : lookAgain(document.content),
    copies,
    copiesToGive: document === null || running.length === 0 ? [] : copiesToGive(document.content, document.id, copies),
    breaches: planBreaches(histories),
    cautions: planCautions(histories, { obligations, asksBefore, today, calendar }),
  }
}

const endedOrNone = (facts: CaseFacts): 'ended' | 'none' =>
  facts.events.some(({ kind }) => kind === 'safety-plan-agreed') ? 'ended' : 'none'

/** Each once, though several children share it, in order. */
const agreementsOf = (agreed: readonly Agreement[]): readonly Agreement[] =>
  [...new Map(agreed.map((one) => [one.id, one])).values()].sort((a, b) => a.on.compareTo(b.on) || a.place - b.place)
