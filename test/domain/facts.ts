import { always } from '../../domain/policy/policySchedule'
import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import type { EventData, EventKind } from '../../domain/chronology/eventKinds'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import type { Obligation } from '../../domain/timeline/obligation'
import { timeline } from '../../domain/timeline/timeline'

export const day = (text: string): LocalDate => LocalDate.parse(text)

interface More {
  readonly id?: string
  readonly children?: readonly string[]
  readonly supersedes?: string
  readonly void?: boolean
}

/** An event as a test writes it; its id is its kind and day unless told. */
export const event = <K extends EventKind>(kind: K, on: string, data: EventData[K], more: More = {}): ChronologyEvent =>
  ({ id: `${kind} ${on}`, kind, on: day(on), data, ...more }) as ChronologyEvent

/** Facts of one child of four, c1, unless told. */
export const facts = (events: readonly ChronologyEvent[], more: Partial<CaseFacts> = {}): CaseFacts => ({
  ref: 'T-1',
  team: null,
  children: [{ id: 'c1', bornOn: day('2022-01-05'), expectedOn: null }],
  events,
  liveSince: null,
  ...more,
})

/** For `facts` of two children of that age, c1 and c2. */
export const twoChildren = {
  children: ['c1', 'c2'].map((id) => ({ id, bornOn: day('2022-01-05'), expectedOn: null })),
} as const

/** How what runs for these children ends if nothing ends it before: on the eighteenth birthday. */
export const TO_18 = 'cancelled 2040-01-05'

export const calendar = englandAndWales()

const planned = (given: CaseFacts) => timeline(given, always(englandFamilySafeguarding1), calendar)

/** The obligations of one rule. */
export const obligationsOf = (rule: string, given: CaseFacts): readonly Obligation[] =>
  planned(given).obligations.filter((one) => one.rule === rule)

/** What the facts say that cannot be so. */
export const problemsOf = (given: CaseFacts) => planned(given).problems

/** `2026-06-02 open` or `2026-06-02 met 2026-06-01`. */
export const dueAndEnd = ({ dueOn, end }: Obligation): string =>
  `${dueOn.toString()} ${end.outcome}${end.outcome === 'open' ? '' : ` ${end.on.toString()}`}`

/** Due date and end of each obligation of a rule. */
export const summary = (rule: string, given: CaseFacts): readonly string[] => obligationsOf(rule, given).map(dueAndEnd)

/** An initial conference that makes a plan, on one day. */
export const planOn = (on: string): ChronologyEvent[] => [
  event('icpc-held', on, { outcome: 'plan', quorate: true }),
  event('plan-started', on, { plan: 'cpp', category: 'neglect' }),
]
