import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { earlier, ofKind, type End } from '../../chronology/childHistory'
import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Rule } from '../../policy/policyPack'
import type { Drafted } from '../buildObligation'
import { plus } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { intervalWords } from '../sentence'
import { groundSince } from './groundSince'
import { countOf, ruleOn, withinOf } from './ruleNumbers'
import { foundOn } from './stall'

type Allocation = Effective<EventOf<'worker-allocated'>>

interface Found {
  readonly trigger: Allocation
  readonly evidence: readonly Allocation[]
  /** The allocation that is the first to lie too long ago, and the day from which it does. */
  readonly aged: End
}

/**
 * Three different workers allocated to a child within six months. It falls away on the first day on which fewer than three lie within them: a day
 * ahead, known from the first, so the end names the allocation that no longer counts. A fourth worker meanwhile prolongs it.
 */
export function workerChanges({ history, referrals, rules, calendar, liveSince }: RuleInput): Drafted[] {
  const found: Found[] = []
  const allocated = ofKind(history.events, 'worker-allocated')
  for (const [index, trigger] of allocated.entries()) {
    const rule = ruleOn(rules, trigger.on)
    const now = rule === undefined ? undefined : changesBy(trigger, allocated.slice(0, index + 1), rule, calendar)
    if (now === undefined) continue
    const running = found.at(-1)
    if (running === undefined || !running.aged.on.isAfter(trigger.on)) found.push(now)
    else found.splice(-1, 1, { ...running, aged: now.aged })
  }
  return found.flatMap(({ trigger, evidence, aged }) =>
    foundOn(
      {
        rules,
        subject: history.child.id,
        trigger,
        evidence,
        what: (rule) =>
          `${String(evidence.length)} different workers allocated within ${intervalWords(withinOf(rule))}`,
        end: outcomeOf(undefined, earlier(groundSince({ history, referrals }, trigger.on), aged)),
        liveSince,
      },
      calendar,
    ),
  )
}

function changesBy(
  trigger: Allocation,
  upTo: readonly Allocation[],
  rule: Rule,
  calendar: WorkingCalendar,
): Found | undefined {
  const lastCounted = ({ on }: Allocation): LocalDate => plus(withinOf(rule), on, calendar)
  // In order of date: before the last that lies too long ago all others do.
  const tooOld = upTo.findLastIndex((allocation) => lastCounted(allocation).isBefore(trigger.on))
  const counted = upTo.slice(tooOld + 1)
  // A worker allocated again is one worker, counted from the last time.
  const newest = new Map(counted.map((allocation) => [allocation.data.person, allocation]))
  const evidence = [...newest.values()].sort((a, b) => a.on.compareTo(b.on) || a.place - b.place)
  const first = evidence.at(-countOf(rule))
  return first === undefined
    ? undefined
    : { trigger, evidence, aged: { by: first.id, on: lastCounted(first).plusDays(1) } }
}
