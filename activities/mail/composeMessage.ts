import { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import { daysLate } from '../../domain/timeline/standing'
import type { Transaction } from '../../prisma/database'
import type { MailDeps } from '../deps'
import { loadRecipients } from '../people/recipients'
import { loadFacts } from '../planning/loadFacts'
import { planCase } from '../planning/planCase'
import { withdrawNotices } from '../planning/writeNotices'
import { alertMail } from './alertMail'
import { digestMail, type DigestRow } from './digestMail'

export interface Composed {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface About {
  readonly id: string
  readonly lane: 'digest' | 'at-once'
  readonly day: string
  readonly name: string
  readonly recipient_id: string
}

interface NoticeAbout {
  readonly id: string
  readonly case_id: string
  readonly ref: string
  readonly title: string
  readonly subject: string
  readonly role: string
  readonly step: string
  readonly due_on: string
  readonly notice_due_on: string
  readonly send_on: string
  readonly late_unit: 'working-days' | 'calendar-days'
  readonly explanation: readonly string[]
  readonly state: string
  readonly escalation_id: string | null
  readonly escalation_state: string | null
}

/**
 * The words of a message, made from what still holds at this moment: every case behind it is planned first, and a notice whose matter has
 * ended, whose date has moved or whose reader no longer stands for it is withdrawn. Null when nothing is left to say.
 */
export async function composeMessage(
  tx: Transaction,
  { rules, links }: MailDeps,
  message: About,
  now: number,
): Promise<Composed | null> {
  const cases = await tx.$queryRaw<{ case_id: string }[]>`
    select distinct case_id from notice where message_id = ${message.id}::uuid and withdrawn_at is null order by case_id`
  const standing = new Map<string, Awaited<ReturnType<typeof loadRecipients>>>()
  for (const { case_id } of cases) {
    const planned = await planCase(tx, rules, case_id)
    if (planned !== undefined)
      standing.set(
        case_id,
        await loadRecipients(tx, { row: planned.row, facts: await loadFacts(tx, planned.row), day: londonDay(now) }),
      )
  }
  const notices = await tx.$queryRaw<NoticeAbout[]>`
    select n.id, n.case_id, c.ref, o.title, o.subject, n.role, n.step, o.due_on::text, n.due_on::text as notice_due_on, n.send_on::text,
      o.late_unit, o.explanation, o.state, n.escalation_id, e.state as escalation_state
    from notice n join obligation o on o.id = n.obligation_id join case_file c on c.id = n.case_id left join escalation e on e.id = n.escalation_id
    where n.message_id = ${message.id}::uuid and n.withdrawn_at is null order by o.due_on, c.ref, o.title, n.id`
  const holds = notices.filter(
    (notice) =>
      notice.state === 'open' &&
      notice.due_on === notice.notice_due_on &&
      (notice.escalation_state === null || notice.escalation_state === 'open') &&
      (standing.get(notice.case_id)?.whoFor(notice.role, notice.subject) ?? []).some(
        ({ personId }) => personId === message.recipient_id,
      ),
  )
  const gone = notices.filter((notice) => !holds.includes(notice)).map(({ id }) => id)
  await withdrawNotices(tx, gone, 'it no longer held when the mail was written', new Date(now).toISOString())
  if (holds.length === 0) return null
  const [authority] = await tx.$queryRaw<
    { emergency_line: string }[]
  >`select emergency_line from authority where id = 1`
  const emergencyLine = authority?.emergency_line ?? ''
  const today = londonDay(now)
  const rows = holds.map((notice) => row(notice, today, rules.calendar, links.caseLink(notice.ref)))
  const [alert] = holds
  if (message.lane === 'digest' || alert === undefined) {
    return digestMail({
      recipientName: message.name,
      day: today.toString(),
      rows: onePerMatter(rows),
      preferencesLink: links.preferencesLink,
      emergencyLine,
    })
  }
  const told = await tx.$queryRaw<{ name: string; job_title: string; on: Date }[]>`
    select p.name, p.job_title, x.at as on from escalation_entry x join person p on p.id = x.person_id
    where x.escalation_id = ${alert.escalation_id}::uuid and x.entry = 'told' and x.person_id <> ${message.recipient_id}::uuid order by x.number`
  const about = row(alert, today, rules.calendar, links.caseLink(alert.ref))
  return alertMail({
    recipientName: message.name,
    day: today.toString(),
    caseRef: about.caseRef,
    title: about.title,
    dueOn: about.dueOn,
    daysLate: about.daysLate,
    lateUnit: about.lateUnit,
    reason: about.reason,
    link: about.link,
    told: told.map(({ name, job_title, on }) => ({ name, title: job_title, on: londonDay(on.getTime()).toString() })),
    preferencesLink: links.preferencesLink,
    emergencyLine,
  })
}

/** The same thing for the same case and day said once: siblings share their dates. */
function onePerMatter(rows: readonly DigestRow[]): DigestRow[] {
  const seen = new Set<string>()
  return rows.filter((about) => {
    const key = [about.caseRef, about.title, about.dueOn, about.group].join('|')
    return seen.has(key) ? false : seen.add(key)
  })
}

function row(notice: NoticeAbout, today: LocalDate, calendar: MailDeps['rules']['calendar'], link: string): DigestRow {
  const dueOn = LocalDate.parse(notice.due_on)
  const late = dueOn.isBefore(today)
  return {
    group: late ? 'late' : dueOn.isAfter(today.plusDays(7 - today.dayOfWeek().value())) ? 'coming' : 'this-week',
    caseRef: notice.ref,
    title: notice.title,
    dueOn: notice.due_on,
    daysLate: late ? daysLate(dueOn, today, notice.late_unit, calendar) : 0,
    lateUnit: notice.late_unit,
    reason: notice.explanation.join('; '),
    link,
    ...(LocalDate.parse(notice.send_on).isBefore(today) ? { writtenLate: notice.send_on } : {}),
  }
}
