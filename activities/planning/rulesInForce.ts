import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { PolicySchedule } from '../../domain/policy/policySchedule'
import type { Database, Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { readClock } from '../clock'
import { calendarInForce } from './calendarInForce'
import { rulesOn, type Rules } from './rules'
import { scheduleBy } from './scheduleBy'
import { storedVersions, type StoredVersion } from './storedVersions'

/** Reads the rules that are in force on a London day; `ids`, where the caller has asked for `RULE_IDS` already. Throws `RulesUnreadable`. */
export type RulesInForce = (tx: Transaction | Database, today: LocalDate, ids?: string) => Promise<Rules>

/** Every version that has been activated, also those of days to come, and the calendar with its one-off days. */
export interface RuleBook {
  readonly schedule: PolicySchedule
  readonly calendar: WorkingCalendar
}

interface Known {
  readonly ids: string
  readonly versions: readonly StoredVersion[]
  readonly calendar: WorkingCalendar
  /** Made once a day, since every plan of the day asks for them. */
  readonly ofDay: Map<string, Rules>
}

/**
 * A reader of the rules in force, one per process. It asks each time which rows there are and reads them only when there are others: rows are never
 * changed, so the same ids are the same rules. What it answers is what stands in the database when it is asked; a plan that was overtaken
 * carries the name of the rules it was made under, and is made again.
 */
export function rulesInForce(): RulesInForce {
  let known: Known | undefined
  return async (tx, today, asked) => {
    // The ids first: rows that come in between make what is read newer than they say, and it is read again next time.
    const ids = asked ?? (await idsOf(tx))
    if (known?.ids !== ids)
      known = { ids, versions: await storedVersions(tx), calendar: await calendarInForce(tx), ofDay: new Map() }
    const { versions, calendar, ofDay } = known
    const rules = ofDay.get(today.toString()) ?? rulesOn(scheduleBy(versions, today), calendar, today)
    // One process looks at today, sometimes at a day to come.
    if (ofDay.size > 10) ofDay.clear()
    ofDay.set(today.toString(), rules)
    return rules
  }
}

/** Which versions and one-off days there are, to be asked beside other questions. */
export const RULE_IDS = Prisma.sql`
  select coalesce((select string_agg(id::text, ' ' order by number) from policy_version), '') || '/' ||
    coalesce((select string_agg(id::text, ' ' order by on_day) from calendar_day), '') as ids`

async function idsOf(tx: Transaction | Database): Promise<string> {
  const [row] = await tx.$queryRaw<{ ids: string }[]>(RULE_IDS)
  return row?.ids ?? ''
}

/** All versions and one-off days. Throws `RulesUnreadable` for a version that is in force by `day`, the authority's own today when missing. */
export async function ruleBook(tx: Transaction | Database, day?: LocalDate): Promise<RuleBook> {
  const by = day ?? londonDay((await readClock(tx)).now)
  return { schedule: scheduleBy(await storedVersions(tx), by), calendar: await calendarInForce(tx) }
}
