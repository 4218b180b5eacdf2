import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../calendar/isoDay'
import type { Outcome } from '../timeline/obligation'
import { rulePart, ruleOf, type PolicyPack, type Rule } from './policyPack'

/** One version of the rules and the day from which it is in force. */
export interface PolicyVersion {
  readonly pack: PolicyPack
  /** Null for the first: it has always been so. */
  readonly from: LocalDate | null
  /** Whether what was already open on that day follows it too; else only what is triggered from that day on. */
  readonly appliesToOpenWork: boolean
}

/** Every version that has come into force so far, oldest first; at least one. */
export interface PolicySchedule {
  readonly versions: readonly [PolicyVersion, ...PolicyVersion[]]
}

/** One pack that has always been in force. */
export const always = (pack: PolicyPack): PolicySchedule => ({
  versions: [{ pack, from: null, appliesToOpenWork: false }],
})

/** A schedule with one more version, after those of the same day: of two from one day the later one counts. */
export function withVersion(
  { versions: [first, ...later] }: PolicySchedule,
  version: PolicyVersion & { readonly from: LocalDate },
): PolicySchedule {
  const before = later.filter(({ from }) => from?.isAfter(version.from) !== true)
  return { versions: [first, ...before, version, ...later.slice(before.length)] }
}

/** The versions in force by a day: a later one moves no date before its day has come. */
export function inForceBy({ versions: [first, ...later] }: PolicySchedule, day: LocalDate): PolicySchedule {
  return { versions: [first, ...later.filter(({ from }) => from?.isAfter(day) !== true)] }
}

/**
 * The versions as a forecast takes them: what is triggered from the first day of one to come follows it. What is open on that day keeps its date here,
 * also where the version applies to it: which matters those will be nobody knows yet.
 */
export function foreseenBy({ versions: [first, ...later] }: PolicySchedule, today: LocalDate, until: LocalDate) {
  const byThen = later.filter(({ from }) => from?.isAfter(until) !== true)
  const toCome = byThen.filter(({ from }) => from?.isAfter(today) === true)
  const policy: PolicySchedule = {
    versions: [first, ...byThen.map((one) => (toCome.includes(one) ? { ...one, appliesToOpenWork: false } : one))],
  }
  return { policy, toCome }
}

/** The newest version: its name is shown, and it decides which rules are asked about at all. */
export const newest = ({ versions }: PolicySchedule): PolicyPack => (versions.at(-1) ?? versions[0]).pack

/** The newest version of this name; undefined where there is none. */
export const versionNamed = ({ versions }: PolicySchedule, name: string): PolicyVersion | undefined =>
  versions.findLast(({ pack }) => pack.id === name)

/** What a matter's rule is chosen by: the day it runs from, and how it ended. */
interface Matter {
  readonly triggerOn: LocalDate
  readonly end: Outcome
}

/** The version a matter follows: the one in force on its trigger's day, or a later one that applies to open work, if it was open then. */
export function versionFor({ versions }: PolicySchedule, { triggerOn, end }: Matter): PolicyVersion {
  const follows = ({ from, appliesToOpenWork }: PolicyVersion): boolean =>
    from?.isAfter(triggerOn) !== true || (appliesToOpenWork && (end.outcome === 'open' || !end.on.isBefore(from)))
  return versions.findLast(follows) ?? versions[0]
}

/** A rule over the versions: which one a matter follows, and under which pack's name. */
export interface RuleVersions {
  readonly id: string
  /** Undefined where the version in force has no such rule, or not on that day. */
  readonly at: (matter: Matter) => { readonly rule: Rule; readonly policy: string } | undefined
}

/** The versions of one rule, by its id. */
export const ruleVersions = (schedule: PolicySchedule, id: string): RuleVersions => ({
  id,
  at: (matter) => {
    const { pack } = versionFor(schedule, matter)
    const rule = pack.rules.find((candidate) => candidate.id === id)
    return rule === undefined || !isValid(rule, matter.triggerOn) ? undefined : { rule, policy: pack.id }
  },
})

const isValid = ({ validFrom, validTo }: Rule, day: LocalDate): boolean =>
  (validFrom === null || !day.isBefore(isoDay(validFrom))) && (validTo === null || !day.isAfter(isoDay(validTo)))

/** The rule that made an obligation, as it holds for its part. Throws where the version has left the schedule. */
export function ruleBehind(
  { versions }: PolicySchedule,
  { rule, part, policy }: { readonly rule: string; readonly part: string; readonly policy: string },
): Rule {
  const named = versions.filter(({ pack }) => pack.id === policy)
  // The built-in pack may stand there twice, as it was when it was activated and as it comes with this program: the later one is followed.
  const version = named.findLast(({ pack }) => has(pack, rule, part)) ?? named[0]
  if (version === undefined)
    throw new Error(`No version ${policy} is in force. There are ${versions.map(({ pack }) => pack.id).join(', ')}.`)
  return rulePart(ruleOf(version.pack, rule), part)
}

const has = ({ rules }: PolicyPack, id: string, name: string): boolean =>
  rules.some((rule) => rule.id === id && (rule.parts?.some(({ part }) => part === name) ?? true))

/** The same for a plan that may be older than the schedule: where its version has left, the newest one's. */
export const ruleFollowed = (schedule: PolicySchedule, matter: Parameters<typeof ruleBehind>[1]): Rule =>
  ruleBehind(
    schedule,
    versionNamed(schedule, matter.policy) === undefined ? { ...matter, policy: newest(schedule).id } : matter,
  )
