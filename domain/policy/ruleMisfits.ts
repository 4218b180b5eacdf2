import type { Role } from '../access/role'
import { isImmediate, lateUnitOf, rulePart, type Interval, type ReminderRule, type Rule } from './policyPack'
import { NUMBERS, type Misfit } from './ruleShape'

/**
 * What is wrong with the values of a rule whose shape fits, in any pack: values that read well and would tell nobody, tell somebody else or change
 * nothing. `builtIn` is the built-in rule of its name.
 */
export const ruleMisfits = (builtIn: Rule, rule: Rule): readonly Misfit[] => {
  const each = rule.parts?.map(({ part }, index) => ({ part, index })) ?? [{ part: '', index: 0 }]
  const lateness = each.flatMap(({ part, index }) => {
    const { late, ladder } = rule.parts?.[index] ?? {}
    const at = late !== undefined ? 'late' : ladder !== undefined ? 'ladder' : undefined
    const path = at === undefined ? ['late'] : ['parts', index, at]
    return latenessMisfits(rulePart(builtIn, part), rulePart(rule, part)).map((problem) => ({ path, problem }))
  })
  return [...validityMisfits(rule), ...unitMisfits(rule), ...unreadMisfits(builtIn, rule), ...onlyOnce(lateness)]
}

/** Parts that share the lateness of their rule share what is wrong with it. */
const onlyOnce = (misfits: readonly Misfit[]): readonly Misfit[] => [
  ...new Map(misfits.map((misfit) => [JSON.stringify(misfit), misfit])).values(),
]

function validityMisfits({ validFrom, validTo }: Rule): readonly Misfit[] {
  if (validFrom === null || validTo === null || validFrom <= validTo) return []
  return [{ path: ['validTo'], problem: `validTo lies before validFrom, ${validFrom}: the rule would never hold` }]
}

function unitMisfits({ id, interval, lateUnit }: Rule): readonly Misfit[] {
  if (interval === null || lateUnit === lateUnitOf(interval)) return []
  const problem = `${id} is counted in ${interval.unit}, and so are its days late: write ${lateUnitOf(interval)}`
  return [{ path: ['lateUnit'], problem }]
}

/** The rules whose function looks at a birth after the trigger. */
const READ_AFTER_BIRTH: ReadonlySet<string> = new Set(['review-first'])

/** Values that the rule's function does not look at. */
function unreadMisfits(builtIn: Rule, rule: Rule): readonly Misfit[] {
  const unread = (path: string, problem: string): Misfit => ({ path: [path], problem })
  const intervals = [rule.interval, ...(rule.parts ?? []).map(({ interval }) => interval)]
  const countsDays = intervals.some((one) => one !== null && one.before !== true && one.unit !== 'months')
  return [
    ...(rule.afterBirth !== undefined && !READ_AFTER_BIRTH.has(rule.id)
      ? [unread('afterBirth', `${rule.id} does not look at a birth; leave afterBirth out`)]
      : []),
    ...(rule.firstDayCounts && !countsDays
      ? [
          unread(
            'firstDayCounts',
            `${rule.id} counts no days or weeks on from its trigger: the first day cannot count; leave it false`,
          ),
        ]
      : []),
    ...NUMBERS.filter((number) => rule[number] !== undefined && builtIn[number] === undefined).map((number) =>
      unread(number, `${rule.id} does not look at ${number}; leave it out`),
    ),
  ]
}

/** Everybody above the worker. Who is late first hears it in the digest, and starts no ladder. */
const above = (to: readonly Role[]): readonly Role[] => to.filter((role) => role !== 'social-worker')

/** The first lateness above the worker opens the ladder, whose rungs tell everybody from then on; only what is told at once is said beside it. */
function latenessMisfits(builtIn: Rule, rule: Rule): readonly string[] {
  const telling = rule.late.filter(({ to }) => above(to).length > 0)
  const [first] = telling
  const [rung] = rule.ladder
  if (first === undefined || rung === undefined)
    return builtIn.late.some(({ to }) => above(to).length > 0)
      ? [`nobody above the worker would be told that ${rule.id} is late; name the first of its ladder`]
      : []
  const told = above(first.to)
  const climbing = [rung.role, ...(rung.beside ?? [])]
  const same = told.length === climbing.length && told.every((role) => climbing.includes(role))
  const second = telling.slice(1).find((late) => !isImmediate(late))
  return [
    ...(same
      ? []
      : [
          `${first.step} names ${told.join(' and ')}, but the ladder begins with ${climbing.join(' and ')}, who would be told; let both say the same`,
        ]),
    ...(second === undefined
      ? []
      : [`${second.step} would not be told: ${first.step} has begun the ladder; give the ladder that rung`]),
  ]
}

const UNITS = { 'working-days': 'wd', weeks: 'w', days: 'd', months: 'm' } as const

/** A distance as it stands in the name of a reminder: `10wd`, `0`. */
const distanceName = ({ n, unit }: Interval): string => (n === 0 ? '0' : `${String(n)}${UNITS[unit]}`)

/** What is wrong with the reminders of a rule or of a part, wherever they stand. */
export const reminderMisfits = (reminders: readonly ReminderRule[]): readonly Misfit[] =>
  reminders.flatMap(({ step, back }, at): readonly Misfit[] => {
    if ((step === 'at-once') !== (back === undefined))
      return [{ path: [at, 'back'], problem: 'at-once has no distance back, every other reminder has one' }]
    if (reminders.findIndex((other) => other.step === step) !== at)
      return [{ path: [at, 'step'], problem: `${step} stands twice, and would be told once; keep one` }]
    const [word = '', named] = step.split('-')
    return back === undefined || named === distanceName(back)
      ? []
      : [
          {
            path: [at, 'step'],
            problem: `a reminder is named after its distance back: this one is ${word}-${distanceName(back)}`,
          },
        ]
  })
