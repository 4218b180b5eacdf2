import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../../chronology/childHistory'
import { govukDate } from '../../timeline/govukDate'
import type { ChildState } from '../../timeline/ruleInput'
import type { DraftPart } from './draftLine'
import type { Drafting } from './drafting'
import type { DueLine } from './dueLines'
import type { GoalLine } from './goalLines'
import { PLAN_WORDS } from './planKind'
import { recordedHead } from './recordedHead'
import { visitsSince } from './visitLines'

/** What the record says of one child of the family. */
export interface ChildEntry {
  /** The child's id. */
  readonly child: string
  /** In plain words, naming nobody. */
  readonly sentences: readonly string[]
}

interface Parts {
  readonly late: DraftPart<DueLine>
  readonly goals: DraftPart<GoalLine>
}

/** An entry for every child of the family, in the order of the case. */
export const childEntries = (drafting: Drafting, parts: Parts): readonly ChildEntry[] =>
  drafting.folded.children.map((state) => ({
    child: state.history.child.id,
    sentences: sentencesOf(state, drafting, parts),
  }))

function sentencesOf(state: ChildState, drafting: Drafting, { late, goals }: Parts): readonly string[] {
  const { history } = state
  const { since, today } = drafting
  if (history.died !== null && !history.died.on.isAfter(today)) return [`Died on ${govukDate(history.died.on)}.`]
  const concerns = ({ about }: { readonly about: readonly string[] }): boolean =>
    about.length === 0 || about.includes(history.child.id)
  const lateOfChild = late.lines.filter((line) => line.perChild && concerns(line)).map(({ title }) => title)
  const open = goals.lines.filter(concerns).map(({ goal }) => `“${goal}”`)
  const [visits] = visitsSince([history], since.from)
  return [
    ...bornWords(state),
    ...leftWords(state),
    ...plansWords(state, today),
    visits?.sentence ?? `No visit recorded since ${govukDate(since.from)}.`,
    ...seenWords(state),
    open.length === 0 ? 'No open goal.' : `Open goals: ${open.join(', ')}.`,
    ...(lateOfChild.length === 0 ? [] : [`Late: ${lateOfChild.join(', ')}.`]),
  ]
}

const bornWords = ({ history: { bornOn, child } }: ChildState): readonly string[] =>
  bornOn === null && child.expectedOn !== null
    ? [`Not recorded as born; expected on ${govukDate(child.expectedOn)}.`]
    : []

/** The last leaving, unless something recorded later has brought the child back. */
function leftWords({ history: { events } }: ChildState): readonly string[] {
  const left = ofKind(events, 'child-left').at(-1)
  const back = ofKind(events, 'referral-received', 'case-reopened', 'worker-allocated').at(-1)
  return left === undefined || back?.on.isAfter(left.on) === true
    ? []
    : [`${recordedHead(left)} on ${govukDate(left.on)}.`]
}

function plansWords({ plans, cinPlans, ploPlans, safetyPlans }: ChildState, today: LocalDate): readonly string[] {
  const periods = [
    ...plans.map(({ startedOn, end }) => ({ plan: 'cpp' as const, startedOn, end })),
    ...[...cinPlans, ...ploPlans],
    ...safetyPlans.map(({ agreedOn, end }) => ({ plan: 'safety' as const, startedOn: agreedOn, end })),
  ]
  const running = periods.filter(
    ({ startedOn, end }) => !startedOn.isAfter(today) && (end === null || end.on.isAfter(today)),
  )
  if (running.length === 0) return ['On no plan.']
  return running.map(({ plan, startedOn }) => `${PLAN_WORDS[plan]} since ${govukDate(startedOn)}.`)
}

/** At any time, not only since the last discussion. */
function seenWords({ history: { events, bornOn } }: ChildState): readonly string[] {
  if (bornOn === null) return []
  const seen = ofKind(events, 'visit-made').filter(({ data }) => data.seen)
  const last = seen.at(-1)
  if (last === undefined) return ['No visit at which the child was seen is recorded.']
  const alone = seen.findLast(({ data }) => data.seenAlone === true)
  const aloneWords = alone === undefined ? 'never recorded as seen alone' : `last seen alone on ${govukDate(alone.on)}`
  return [`Last seen on ${govukDate(last.on)}, ${aloneWords}.`]
}
