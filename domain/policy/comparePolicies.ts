import type { LocalDate } from '@js-joda/core'
import { agenda, isOpen, type Told } from '../agenda/agenda'
import { agendaLines, EVENING, type MomentOf } from '../agenda/agendaLines'
import type { CaseFacts } from '../chronology/caseFacts'
import { rolesOn } from '../escalation/ladder'
import { keyOf, type Obligation } from '../timeline/obligation'
import { foldCase, timelineOf } from '../timeline/timeline'
import { climbsOtherwise } from './climbsOtherwise'
import { ruleBehind } from './policySchedule'
import type { Ruling } from './ruling'

/** One open obligation that comes, goes or moves when one ruling takes another's place. Days are ISO text. */
export interface PolicyChange {
  readonly case: string
  readonly rule: string
  readonly subject: string
  readonly trigger: string
  readonly part: string
  readonly change: 'appears' | 'vanishes' | 'moves'
  readonly from: string | null
  readonly to: string | null
}

/** What somebody would be told on the day of the change because of it. */
export interface ToldOnDayOne {
  readonly case: string
  readonly to: string
  readonly lane: 'digest' | 'at-once'
  readonly rule: string
  readonly subject: string
  readonly step: string
  readonly dueOn: string
}

export interface Comparison {
  readonly changes: readonly PolicyChange[]
  readonly told: readonly ToldOnDayOne[]
}

/** Two rulings, and the day on which the second takes the place of the first. */
export interface Comparing {
  readonly from: Ruling
  readonly to: Ruling
  readonly today: LocalDate
}

const MORNING = 6 * 60
/** Minutes since 1970 as if every day had the same: only their order counts here. */
const momentOf: MomentOf = (day, minutes) => day.toEpochDay() * 24 * 60 + minutes

/** What would be otherwise on one case, known up to `today`, if one ruling took another's place on that day. What the first had to say by then counts as told. */
export function comparePolicies(facts: CaseFacts, { from, to, today }: Comparing): Comparison {
  const folded = foldCase(facts)
  const open = ({ policy, calendar }: Ruling): readonly Obligation[] =>
    timelineOf(folded, policy, calendar).obligations.filter((obligation) => isOpen(obligation, today))
  const before = open(from)
  const after = open(to)
  return {
    changes: changesBetween(facts.ref, before, after),
    told: toldBecause(facts.ref, { before, after, from, to, today }),
  }
}

function changesBetween(
  ref: string,
  before: readonly Obligation[],
  after: readonly Obligation[],
): readonly PolicyChange[] {
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const now = new Map(after.map((one) => [keyOf(one), one]))
  const change = (one: Obligation, what: PolicyChange['change'], days: readonly (Obligation | undefined)[]) => ({
    ...{ case: ref, rule: one.rule, subject: one.subject, trigger: one.trigger, part: one.part, change: what },
    from: days[0]?.dueOn.toString() ?? null,
    to: days[1]?.dueOn.toString() ?? null,
  })
  return [
    ...after.flatMap((one) => {
      const was = old.get(keyOf(one))
      if (was === undefined) return [change(one, 'appears', [undefined, one])]
      return was.dueOn.equals(one.dueOn) ? [] : [change(one, 'moves', [was, one])]
    }),
    ...before.filter((one) => !now.has(keyOf(one))).map((one) => change(one, 'vanishes', [one, undefined])),
  ]
}

interface DayOne {
  readonly before: readonly Obligation[]
  readonly after: readonly Obligation[]
  readonly from: Ruling
  readonly to: Ruling
  readonly today: LocalDate
}

function toldBecause(ref: string, { before, after, from, to, today }: DayOne): readonly ToldOnDayOne[] {
  const now = momentOf(today, EVENING)
  const look = (obligations: readonly Obligation[], told: readonly Told[]) =>
    agenda({ obligations, told, now, today, minute: MORNING, momentOf })
  const told = before.flatMap((obligation) =>
    agendaLines(obligation, MORNING, momentOf)
      .filter(({ moment, speaker }) => moment <= now && speaker === 'case')
      .map(({ rule, subject, trigger, part, step, to: reader, dueOn }) => ({
        ...{ rule, subject, trigger, part, step, to: reader },
        dueOn: dueOn.toString(),
      })),
  )
  const matter = (one: Obligation): string => `${keyOf(one)} ${one.dueOn.toString()}`
  const climbing = look(before, told).openEscalations
  const escalated = new Set(climbing.map(matter))
  const atOnce = (one: Obligation, reader: string, step: string): ToldOnDayOne => ({
    ...{ case: ref, to: reader, lane: 'at-once', rule: one.rule, subject: one.subject, step },
    dueOn: one.dueOn.toString(),
  })
  const climbsStill = (one: Obligation): boolean => escalated.has(matter(one))
  const { write, openEscalations } = look(after, told)
  return [
    ...write.map(({ to: reader, lane, rule, subject, step, dueOn }) => ({
      ...{ case: ref, to: reader, lane, rule, subject, step },
      dueOn: dueOn.toString(),
    })),
    ...openEscalations
      .filter((one) => !climbsStill(one))
      .flatMap((one) => {
        const [rung] = ruleBehind(to.policy, one).ladder
        return (rung === undefined ? [] : rolesOn(rung)).map((reader) => atOnce(one, reader, 'late'))
      }),
    ...climbsOtherwise({ before: climbing, after: openEscalations.filter(climbsStill), from, to, today }).map(
      ({ obligation, role, step }) => atOnce(obligation, role, step),
    ),
  ]
}
