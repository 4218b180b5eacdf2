import { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { policySchema } from '../../domain/policy/policySchema'
import { always, withVersion, type PolicySchedule } from '../../domain/policy/policySchedule'
import type { Database, Transaction } from '../../prisma/database'
import { rulesOn, type Rules } from './rules'

/** Reads the rules that are in force on a London day. */
export type RulesInForce = (tx: Transaction | Database, today: LocalDate) => Promise<Rules>

/** Every version that has been activated, also those of days to come, and the calendar with its one-off days. */
export interface RuleBook {
  readonly schedule: PolicySchedule
  readonly calendar: WorkingCalendar
}

/**
 * A reader of the rules in force, one per process. It asks each time which rows there are and reads them only when there are others: rows are never
 * changed, so the same ids are the same rules. What it answers is what stands in the database when it is asked; a plan that was overtaken
 * carries the name of the rules it was made under, and is made again.
 */
export function rulesInForce(): RulesInForce {
  let known: { readonly ids: string; readonly book: RuleBook } | undefined
  return async (tx, today) => {
    // The ids first: rows that come in between make the book newer than they say, and it is read again next time.
    const ids = await idsOf(tx)
    if (known?.ids !== ids) known = { ids, book: await ruleBook(tx) }
    return rulesOn(known.book.schedule, known.book.calendar, today)
  }
}

async function idsOf(tx: Transaction | Database): Promise<string> {
  const [row] = await tx.$queryRaw<{ ids: string }[]>`
    select coalesce((select string_agg(id::text, ' ' order by number) from policy_version), '') || '/' ||
      coalesce((select string_agg(id::text, ' ' order by on_day) from calendar_day), '') as ids`
  return row?.ids ?? ''
}

interface VersionRow {
  readonly name: string
  readonly document: unknown
  readonly from: string
  readonly openWork: boolean
}

/** All versions and one-off days. Throws for a version that this program cannot read. */
export async function ruleBook(tx: Transaction | Database): Promise<RuleBook> {
  const versions = await tx.$queryRaw<VersionRow[]>`
    select name, document, in_force_from::text as "from", applies_to_open_work as "openWork" from policy_version order by number`
  const days = await tx.$queryRaw<{ on: string; title: string }[]>`
    select on_day::text as on, title from calendar_day order by on_day`
  return {
    schedule: versions.reduce(withRow, always(englandFamilySafeguarding1)),
    calendar: englandAndWales(days.map(({ on, title }) => [on, title] as const)),
  }
}

function withRow(schedule: PolicySchedule, { name, document, from, openWork }: VersionRow): PolicySchedule {
  const read = policySchema.safeParse(document)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Error(
      `The rules ${name}, in force from ${from}, cannot be read by this version of Caseclock (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}). Start the version that activated them.`,
    )
  }
  return withVersion(schedule, { pack: read.data, from: LocalDate.parse(from), appliesToOpenWork: openWork })
}
