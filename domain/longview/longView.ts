import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import { childHistories, ofKind, type ChildHistory } from '../chronology/childHistory'
import type { EventKind } from '../chronology/eventKinds'
import { knownOn } from '../chronology/knownOn'
import { inForceBy, ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import type { Obligation } from '../timeline/obligation'
import { standing } from '../timeline/standing'
import { timeline } from '../timeline/timeline'
import { lateGaps, silentGaps, type Gap } from './gaps'
import { planPeriods, type PlanPeriod } from './planPeriods'

/** A meeting that was held. */
export interface HeldMeeting {
  readonly kind: EventKind
  readonly on: LocalDate
  readonly quorate: 'quorate' | 'inquorate' | 'not-recorded'
}

/** Something that is still to be done. */
export interface ToDo {
  readonly rule: string
  /** What people read. */
  readonly title: string
  readonly dueOn: LocalDate
  readonly bookedFor: LocalDate | null
  readonly state: 'upcoming' | 'due' | 'late'
  /** In the rule's own unit; 0 unless late. */
  readonly daysLate: number
  readonly unit: Obligation['lateUnit']
}

/** All that is shown of one child, or of the case as a whole. */
export interface Lane {
  /** `Child 1`, in the order of the facts, or `The case`: never a name. */
  readonly name: string
  /** The child's id; null for the case. */
  readonly subject: string | null
  readonly plans: readonly PlanPeriod[]
  readonly held: readonly HeldMeeting[]
  /** What is late, and what is due or booked within `MONTHS_AHEAD`. */
  readonly toDo: readonly ToDo[]
  /** How many more are due later than that: a date two years ahead would leave the year behind no room. */
  readonly later: number
  readonly gaps: readonly Gap[]
}

/** One picture of a case, as data. Days are civil days. */
export interface LongView {
  readonly ref: string
  readonly today: LocalDate
  /** The first day anything shown lies on, and the last; today lies between them. */
  readonly from: LocalDate
  readonly to: LocalDate
  readonly lanes: readonly Lane[]
}

/** As long as the longest time between two reviews of a plan, so that the next one is always in the picture. */
const MONTHS_AHEAD = 6

const MEETINGS = [
  ...(['icpc-held', 'transfer-in-conference-held', 'review-held', 'core-group-held'] as const),
  ...(['cin-review-held', 'plo-reviewed'] as const),
]

/** The case as it is known on a day: a lane for each child, and one for what concerns the case as a whole. */
export function longView(
  facts: CaseFacts,
  policy: PolicySchedule,
  calendar: WorkingCalendar,
  today: LocalDate,
): LongView {
  const known = knownOn(facts, today)
  const inForce = inForceBy(policy, today)
  const { obligations } = timeline(known, inForce, calendar)
  const about = { policy: inForce, calendar, today, liveSince: known.liveSince }
  const children = childHistories(known).children.map((history, index): Lane => {
    const own = obligations.filter(({ subject }) => subject === history.child.id)
    const plans = planPeriods(history, today)
    const gaps = [...lateGaps(own, about), ...silentGaps(history, plans, about)]
    return {
      name: `Child ${String(index + 1)}`,
      subject: history.child.id,
      plans,
      held: meetings(history),
      ...toDoOf(own, about),
      gaps: gaps.sort(byDay),
    }
  })
  const ids = new Set(known.children.map(({ id }) => id))
  const rest = obligations.filter(({ subject }) => !ids.has(subject))
  const gaps = lateGaps(rest, about)
  const whole: Lane = {
    ...{ name: 'The case', subject: null, plans: [], held: [] },
    ...{ ...toDoOf(rest, about), gaps: [...gaps].sort(byDay) },
  }
  const lanes = [...children, ...(whole.toDo.length + whole.later + whole.gaps.length > 0 ? [whole] : [])]
  const days = [
    today,
    ...known.events.filter(({ on }) => !on.isAfter(today)).map(({ on }) => on),
    ...lanes.flatMap(daysOf),
  ].sort((a, b) => a.compareTo(b))
  return { ref: facts.ref, today, from: days[0] ?? today, to: days.at(-1) ?? today, lanes }
}

const byDay = (a: Gap, b: Gap): number => a.from.compareTo(b.from) || (a.why < b.why ? -1 : a.why > b.why ? 1 : 0)

const meetings = ({ events }: ChildHistory): readonly HeldMeeting[] =>
  ofKind(events, ...MEETINGS).map(({ kind, on, data }) => ({
    kind,
    on,
    quorate:
      'quorate' in data && data.quorate !== undefined ? (data.quorate ? 'quorate' : 'inquorate') : 'not-recorded',
  }))

interface About {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
}

/** What is open on the day, but for what is not known from the import; what lies too far ahead is counted. */
function toDoOf(obligations: readonly Obligation[], about: About): Pick<Lane, 'toDo' | 'later'> {
  const all = obligations.flatMap((one) => openOn(one, about))
  const last = about.today.plusMonths(MONTHS_AHEAD)
  const toDo = all.filter(({ dueOn, bookedFor }) => !dueOn.isAfter(last) || bookedFor?.isAfter(last) === false)
  return { toDo, later: all.length - toDo.length }
}

function openOn(one: Obligation, { policy, calendar, today }: About): ToDo[] {
  if (one.kind !== 'obligation' || one.notKnownFromImport) return []
  const now = standing(one, today, calendar)
  if (now.state !== 'upcoming' && now.state !== 'due' && now.state !== 'overdue') return []
  // Falls away before its day: the child comes of age first.
  if (one.end.outcome === 'cancelled' && now.state === 'upcoming' && one.end.on.isBefore(one.dueOn)) return []
  const { rule, dueOn, bookedFor, lateUnit: unit } = one
  const daysLate = now.state === 'overdue' ? now.daysLate : 0
  const state = now.state === 'overdue' ? ('late' as const) : now.state
  return [{ rule, title: ruleBehind(policy, one).title, dueOn, bookedFor, state, daysLate, unit }]
}

const daysOf = ({ plans, toDo, gaps, held }: Lane): readonly LocalDate[] => [
  ...plans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ...held.map(({ on }) => on),
  ...toDo.flatMap(({ dueOn, bookedFor }) => (bookedFor === null ? [dueOn] : [dueOn, bookedFor])),
  ...gaps.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
]
