import { newest } from '../../domain/policy/policySchedule'
import { LocalDate } from '@js-joda/core'
import type { Rules } from '../../activities/planning/rules'
import { londonMoment } from '../../domain/calendar/london'
import { nextRungOn } from '../../domain/escalation/ladder'
import { escalationNumbers, goesWithOf } from '../../domain/policy/alertRules'
import { ruleOf } from '../../domain/policy/policyPack'
import type { ExpectedTelling } from './expectedOfTown'
import type { WrittenNotice } from './writtenInTown'

/**
 * How a clock that runs may differ from the facts' own agenda: steps that passed while nobody was working are told as one, the newest, and a
 * rung counts from the day on which the one below it was told, however late. Everything else is a fault, one line for each.
 */
export function lateTellingFaults(
  expected: readonly ExpectedTelling[],
  written: readonly WrittenNotice[],
  { rules, last }: { readonly rules: Rules; readonly last: LocalDate },
): { readonly faults: readonly string[]; readonly toldAsOne: number; readonly rungsStillToCome: number } {
  const steps = caseStepFaults(
    expected.filter(({ ladder }) => !ladder),
    written,
  )
  const rungs = ladderFaults(
    expected.filter(({ ladder }) => ladder),
    written.filter(({ ladder }) => ladder),
    { rules, last },
  )
  return {
    faults: [...doubled(written), ...steps.faults, ...rungs.faults],
    toldAsOne: steps.toldAsOne,
    rungsStillToCome: rungs.stillToCome,
  }
}

function doubled(written: readonly WrittenNotice[]): string[] {
  const seen = new Set<string>()
  return written.flatMap((notice) => {
    const once = [notice.obligation_id, notice.dueOn, notice.step, notice.person].join(' ')
    if (!seen.has(once)) {
      seen.add(once)
      return []
    }
    return [`told twice: ${notice.key}`]
  })
}

/** What the case itself says stands under its own day, however late it was written. */
function caseStepFaults(
  expected: readonly ExpectedTelling[],
  written: readonly WrittenNotice[],
): { faults: string[]; toldAsOne: number } {
  const moments = new Map(expected.map(({ key, moment }) => [key, moment]))
  const own = written.filter(({ ladder }) => !ladder)
  const early = own.flatMap(({ key, writtenAt }) => {
    const moment = moments.get(key)
    if (moment === undefined) return [`not asked for: ${key}`]
    return writtenAt < moment ? [`written before its time: ${key}`] : []
  })
  const keys = new Set(own.map(({ key }) => key))
  const missing = expected.filter(({ key }) => !keys.has(key))
  const faults = missing.filter((one) => !isToldAsOne(one, written)).map(({ key }) => `missing: ${key}`)
  return { faults: [...early, ...faults], toldAsOne: missing.length - faults.length }
}

/** A newer step of the same matter was told to the same reader, and until then nobody looked at this case: it wrote nothing in between. */
function isToldAsOne(missing: ExpectedTelling, written: readonly WrittenNotice[]): boolean {
  const ofCase = written.filter(({ case_id }) => case_id === missing.caseId)
  return ofCase.some(
    (newer) =>
      isSameMatter(newer, missing) &&
      !newer.ladder &&
      newer.person === missing.person &&
      LocalDate.parse(newer.on).isAfter(missing.on) &&
      !ofCase.some(({ writtenAt }) => writtenAt >= missing.moment && writtenAt < newer.writtenAt),
  )
}

const isSameMatter = (notice: WrittenNotice, telling: ExpectedTelling): boolean =>
  notice.case_id === telling.caseId &&
  notice.rule === telling.rule &&
  notice.subject === telling.subject &&
  notice.dueOn === telling.dueOn.toString()

/** Told at once beside the ladder: a child not seen for 28 days. */
const BESIDE = 'late-3'

function ladderFaults(
  expected: readonly ExpectedTelling[],
  written: readonly WrittenNotice[],
  { rules, last }: { readonly rules: Rules; readonly last: LocalDate },
): { faults: string[]; stillToCome: number } {
  const faults: string[] = []
  let stillToCome = 0
  const known = new Set<WrittenNotice>()
  // In the order of the rungs: the day on which each matter's next rung may be told, from the day the one below it was.
  const nextOn = new Map<string, LocalDate>()
  for (const telling of [...expected].sort((a, b) => a.on.compareTo(b.on))) {
    const matter = [telling.caseId, telling.rule, telling.subject, telling.dueOn, telling.occurrence].join(' ')
    const { ladder, ...rule } = ruleOf(newest(rules.policy), telling.rule)
    // What goes with another matter is told with it: its days are counted there.
    const goesAlong = goesWithOf(rule).length > 0
    const rung = telling.step.startsWith('rung-') ? Number(telling.step.slice('rung-'.length)) : 1
    const from = rung === 1 ? telling.on : nextOn.get(`${matter} ${String(rung)}`)
    const told = written.find(
      (notice) =>
        !known.has(notice) &&
        isSameMatter(notice, telling) &&
        notice.step === telling.step &&
        notice.person === telling.person,
    )
    if (told === undefined) {
      if (rung > 1 && (from === undefined || from.isAfter(last))) stillToCome += 1
      else faults.push(`missing: ${telling.key}`)
      continue
    }
    known.add(told)
    const on = LocalDate.parse(told.on)
    if (!goesAlong && (from === undefined || on.isBefore(from))) faults.push(`a rung before its day: ${told.key}`)
    const isBeside = told.step === BESIDE
    if (told.writtenAt < Math.max(telling.moment, londonMoment(on, isBeside ? 0 : 8 * 60)))
      faults.push(`written before its time: ${told.key}`)
    if (isBeside) continue // Told on its own day whatever rung the alert stands on: the next is counted from the rung below it.
    const above = ladder[rung]
    const next =
      above === undefined
        ? null
        : nextRungOn(above, { toldOn: on }, { calendar: rules.calendar, numbers: escalationNumbers(rules.policy) })
    if (next !== null) nextOn.set(`${matter} ${String(rung + 1)}`, next)
  }
  faults.push(...written.filter((notice) => !known.has(notice)).map(({ key }) => `not asked for: ${key}`))
  return { faults, stillToCome }
}
