import { caseMinute } from '../../domain/agenda/caseMinute'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { planYear } from '../../domain/supervision/planYear'
import { gapWords } from '../../domain/supervision/reasonWords'
import { lostInTheMonth } from '../../domain/supervision/kept/lostInTheMonth'
import { slotChanges } from '../../domain/supervision/kept/slotChanges'
import { slotsNow, slotsPlanned } from '../../domain/supervision/kept/slotsOfYear'
import type { YearPlan } from '../../domain/supervision/yearPlan'
import type { Transaction } from '../../prisma/database'
import { readClock, type ClockReading } from '../clock'
import type { RulesInForce } from '../planning/rulesInForce'
import { openGaps, saveGaps } from './saveGaps'
import { saveChanges } from './saveChanges'
import { saveSessions, type Member } from './saveSessions'
import { syncInvitees } from './syncInvitees'
import { teamRecipients } from './teamRecipients'
import { tellUntold } from './tellUntold'
import { wordsWithoutRestricted } from './wordsWithoutRestricted'
import { daysBefore, loadYear } from './loadYear'
import { yearPrints } from './yearMembers'
import { lockYear } from './yearRow'

export interface PlannedTeamYear {
  readonly clock: ClockReading
  readonly nextMoment: number
  /** Sessions that are new, or otherwise than before. */
  readonly concerns: readonly string[]
}

/** Before the cases look at their dates in the morning: 02:00 to 04:00, London, spread by team. */
const NIGHT_BEFORE_MORNING = 3 * 60

/**
 * Plans the year of a team: locks it, reads what it is made from, and writes which sessions there are, who is in which, what became otherwise and why, and what
 * cannot be placed. Twice is the same as once. Undefined where nobody has set a pattern. Moments are epoch milliseconds.
 */
export async function planTeamYear(
  tx: Transaction,
  rulesInForce: RulesInForce,
  teamId: string,
): Promise<PlannedTeamYear | undefined> {
  const year = await lockYear(tx, teamId)
  if (year === undefined) return undefined
  const clock = await readClock(tx)
  const today = londonDay(clock.now)
  const rules = await rulesInForce(tx, today)
  const [made] = await tx.$queryRaw<{ print: string }[]>`
    select print from (${yearPrints(rules.version)}) p where team_id = ${teamId}::uuid`
  await tx.$queryRaw`
    select id from session where team_id = ${teamId}::uuid and on_day >= ${daysBefore(today).toString()}::date order by id for update`
  const { members, sessions, input, moves, ownLength } = await loadYear(tx, { year, today, calendar: rules.calendar })
  const plan = planYear(input, rules.calendar)
  const saving = {
    ...{ year, plan, sessions, moves, ownLength, members, today },
    now: clock.now,
    calendar: rules.calendar,
  }
  const { concerns, idOf } = await saveSessions(tx, saving)
  const gapsBefore = await openGaps(tx, teamId)
  const changes = slotChanges({
    before: slotsNow(sessions, today),
    after: slotsPlanned(plan, { today, idOf }),
    ...{ plan, gapsBefore: new Set(gapsBefore.map(({ ref, month }) => `${ref} ${month}`)) },
    plannedBefore: year.plannedBefore,
    whyGone: await whyGone(tx, teamId, plan),
  })
  const people = await teamRecipients(tx, { teamId, day: today })
  const invited = await syncInvitees(tx, { year, people, today })
  const named = [
    ...members.map(({ ref }) => ref),
    ...changes.map((one) => one.case),
    ...plan.gaps.map((gap) => gap.case),
    ...sessions.flatMap(({ leftOver }) => leftOver),
  ]
  const idsOf = await caseIds(tx, named)
  const telling = { teamId, today, now: clock.now, rules, people, idsOf, words: wordsWithoutRestricted(people, idsOf) }
  await saveChanges(tx, changes, telling)
  const lost = lostInTheMonth(sessions, input.from)
  const gaps = plan.gaps.map(({ case: ref, month, why }) => ({
    ...{ case: ref, month, why: gapWords(why) },
    remedy: why.gap === 'closed-before' ? null : why.remedy,
  }))
  await saveGaps(tx, [...lost, ...gaps], gapsBefore, telling)
  await tellUntold(tx, telling)
  await tx.$executeRaw`
    update session_case x set placed_anew = true from session s
    where s.id = x.session_id and s.team_id = ${teamId}::uuid and x.discussed = false and not x.placed_anew`
  const nextMoment = nextNight(teamId, clock.now)
  await tx.$executeRaw`
    update supervision_year set planned_version = ${year.factsVersion}, planned_print = ${made?.print ?? ''},
      planned_pattern = ${JSON.stringify(year.pattern)}::jsonb, planned_at = ${iso(clock.now)}::timestamptz, next_moment = ${iso(nextMoment)}::timestamptz, problem = null
    where team_id = ${teamId}::uuid`
  return { clock, nextMoment, concerns: [...new Set([...concerns, ...invited])].sort() }
}

const iso = (ms: number): string => new Date(ms).toISOString()

function nextNight(teamId: string, now: number): number {
  const minute = caseMinute(teamId) - NIGHT_BEFORE_MORNING
  const tonight = londonMoment(londonDay(now), minute)
  return tonight > now ? tonight : londonMoment(londonDay(now).plusDays(1), minute)
}

/** Why cases that had a place are discussed in this team no longer. */
async function whyGone(tx: Transaction, teamId: string, { left }: YearPlan): Promise<(ref: string) => string> {
  const refs = left.filter(({ why }) => why.leaving === 'not-listed').map((one) => one.case)
  const rows = await tx.$queryRaw<{ ref: string; open: boolean; elsewhere: string | null }[]>`
    select c.ref, c.open, case when c.team_id <> ${teamId}::uuid then t.name end as elsewhere from case_file c left join team t on t.id = c.team_id
    where c.ref = any(${[...new Set(refs)]})`
  const words = new Map(
    rows.map(({ ref, open, elsewhere }) => [
      ref,
      !open
        ? 'The case is closed.'
        : elsewhere === null
          ? 'The case is in group supervision no longer.'
          : `The case is with ${elsewhere} now.`,
    ]),
  )
  return (ref) => words.get(ref) ?? 'The case is in no team of this plan.'
}

async function caseIds(tx: Transaction, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<Member[]>`select id::text, ref from case_file where ref = any(${[...new Set(refs)]})`
  return new Map(rows.map(({ id, ref }) => [ref, id]))
}
