import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../calendar/isoDay'
import { ofKind } from '../../chronology/childHistory'
import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueOnDayNamed } from '../dueDate'
import { movedOnce, type DayNamed } from '../movedOnce'
import type { CaseRuleInput } from '../ruleInput'
import type { Step } from '../step'
import { caseOutcome, endedBefore } from './caseOutcome'

type Agreed = Effective<EventOf<'action-agreed'>>
type Done = Effective<EventOf<'action-done'>>

/** An action with the date it is due on after every move, and the day that date was agreed. */
interface Action {
  readonly agreed: Agreed
  /** The first day it was agreed on. */
  readonly since: LocalDate
  readonly named: DayNamed
  readonly why: readonly Step[]
}

/**
 * An action agreed in a meeting, due on its own date: a correction that names a later one moves it, once, before it has passed. `action-done` closes one action: the one
 * whose event it names, else of the open ones with its name the one due first.
 */
export function action(input: CaseRuleInput): Drafted[] {
  const { children, all, rules, calendar, liveSince } = input
  const actions = ofKind(all, 'action-agreed').map((agreed) => withDates(agreed, input))
  const done = doneBy(actions, input)
  return actions.flatMap(({ agreed, named, why }) => {
    const end = caseOutcome(children, agreed, () => done.get(agreed.first))
    if (end === undefined) return []
    const trigger = { first: agreed.first, kind: agreed.kind, on: named.on }
    return buildObligation(
      {
        rules,
        subject: 'case',
        trigger,
        end,
        liveSince,
        due: (rule) => {
          const due = dueOnDayNamed(rule, trigger, named.day, calendar)
          return { ...due, explanation: [...due.explanation, ...why] }
        },
      },
      calendar,
    )
  })
}

function withDates(agreed: Agreed, { versionsOf }: CaseRuleInput): Action {
  const versions = versionsOf(agreed.first).flatMap(({ event: version, notBefore }) =>
    version.kind === 'action-agreed' && version.void !== true
      ? [{ on: version.on, notBefore, day: isoDay(version.data.by) }]
      : [],
  )
  const [first = { on: agreed.on, notBefore: agreed.on, day: isoDay(agreed.data.by) }, ...later] = versions
  return { agreed, since: first.on, ...movedOnce(first, later) }
}

/** Which record of its being done closes each action, by the action's first version. */
function doneBy(actions: readonly Action[], { all, children, firstOf }: CaseRuleInput): ReadonlyMap<string, Done> {
  const found = new Map<string, Done>()
  const inTurn = [...actions].sort((a, b) => a.named.day.compareTo(b.named.day) || a.agreed.place - b.agreed.place)
  for (const done of ofKind(all, 'action-done')) {
    const open = inTurn.filter(
      ({ agreed, since }) =>
        !found.has(agreed.first) &&
        !since.isAfter(done.on) &&
        !endedBefore(
          caseOutcome(children, agreed, () => undefined),
          done.on,
        ),
    )
    const named =
      open.find(({ agreed }) => agreed.first === firstOf(done.data.action)) ??
      open.find(({ agreed }) => plain(agreed.data.action) === plain(done.data.action))
    if (named !== undefined) found.set(named.agreed.first, done)
  }
  return found
}

const plain = (name: string): string => name.trim().toLowerCase()
