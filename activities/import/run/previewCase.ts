import { LocalDate } from '@js-joda/core'
import { londonDay, londonMoment } from '../../../domain/calendar/london'
import { isWorkingDay } from '../../../domain/calendar/workingDays'
import { ruleOf } from '../../../domain/policy/policyPack'
import type { Transaction } from '../../../prisma/database'
import { readClock, type ClockReading } from '../../clock'
import { planCase } from '../../planning/planCase'
import type { Rules } from '../../planning/rulesInForce'
import type { AppliedCase } from './applyCase'

/** One obligation that would come, move or go. Days are ISO text. */
export interface ObligationChange {
  readonly rule: string
  readonly subject: string
  readonly from: string | null
  readonly to: string | null
}

/** What taking the extract would do to one case. */
export interface CasePreview {
  readonly facts: { readonly added: number; readonly changed: number; readonly takenBack: number }
  readonly obligations: readonly ObligationChange[]
  /** Who would be told on the first working day: notices in the digest, and alerts, by person. */
  readonly told: Readonly<Record<string, { readonly digest: number; readonly atOnce: number }>>
}

interface OpenRow {
  readonly id: string
  readonly key: string
  readonly rule: string
  readonly subject: string
  readonly due: string
}

const openRows = (tx: Transaction, caseId: string): Promise<OpenRow[]> => tx.$queryRaw<OpenRow[]>`
  select id, concat_ws('|', rule, subject, trigger, part) as key, rule, subject, due_on::text as due from obligation
  where case_id = ${caseId}::uuid and state = 'open'`

/** The moment at which the first working day from now on is over: what is told until then is told on day one. */
export function endOfDayOne({ now }: ClockReading, { calendar }: Rules): number {
  let day = londonDay(now)
  while (!isWorkingDay(day, calendar)) day = day.plusDays(1)
  return londonMoment(LocalDate.parse(day.toString()), 18 * 60)
}

/**
 * Plans a case whose facts were just written, as of the evening of the first working day, and says what that changed. The caller rolls the
 * transaction back: this is the real thing, only not kept.
 */
export async function previewCase(
  tx: Transaction,
  rules: Rules,
  caseId: string,
  write: () => Promise<AppliedCase>,
): Promise<CasePreview> {
  const before = new Map((await openRows(tx, caseId)).map((row) => [row.key, row]))
  const { added, changed, takenBack, touched } = await write()
  if (!touched) return { facts: { added, changed, takenBack }, obligations: [], told: {} }
  const clock = await readClock(tx)
  const evening = Math.max(clock.now, endOfDayOne(clock, rules))
  const planned = await planCase(tx, rules, caseId, { ...clock, now: evening })
  const after = new Map((await openRows(tx, caseId)).map((row) => [row.key, row]))
  const obligations: ObligationChange[] = []
  for (const [key, { rule, subject, due }] of after) {
    const old = before.get(key)
    if (old?.due !== due) obligations.push({ rule, subject, from: old?.due ?? null, to: due })
  }
  for (const [key, { rule, subject, due }] of before)
    if (!after.has(key)) obligations.push({ rule, subject, from: due, to: null })
  const told: Record<string, { digest: number; atOnce: number }> = {}
  const tell = (person: string, lane: 'digest' | 'atOnce'): void => {
    const one = (told[person] ??= { digest: 0, atOnce: 0 })
    one[lane] += 1
  }
  const notices = await tx.$queryRaw<{ recipient_id: string; lane: string }[]>`
    select recipient_id, lane from notice where case_id = ${caseId}::uuid and withdrawn_at is null
      and written_at = ${new Date(evening).toISOString()}::timestamptz`
  for (const { recipient_id, lane } of notices) tell(recipient_id, lane === 'digest' ? 'digest' : 'atOnce')
  const escalations = await tx.$queryRaw<{ rule: string; subject: string }[]>`
    select o.rule, o.subject from escalation e join obligation o on o.id = e.obligation_id
    where e.case_id = ${caseId}::uuid and e.state = 'open' and not e.taken_up`
  for (const { rule, subject } of escalations) {
    const first = ruleOf(rules.policy, rule).ladder[0]?.role ?? 'team-manager'
    for (const { personId } of planned?.recipients.whoFor(first, subject) ?? []) tell(personId, 'atOnce')
  }
  return { facts: { added, changed, takenBack }, obligations, told }
}
