import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { londonDay } from '../../domain/calendar/london'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Transaction } from '../../prisma/database'
import type { Links } from '../deps'
import { PROMISE_OWNER } from '../escalation/tellOwner'
import { alertMail } from './alertMail'
import { answerSentence, type AnswerRow } from './answerSentence'
import { digestRow, type NoticeAbout } from './digestRows'
import { withoutNames } from './withoutNames'
import { promisedMail, withdrawnMail } from './noteMail'

export interface Writing {
  readonly recipientName: string
  readonly day: string
  readonly preferencesLink: string
  readonly emergencyLine: string
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly links: Links
  readonly readerId: string
}

export type AlertNotice = NoticeAbout & { readonly role: string }

/** The words of one alert: what leads it, the drift that goes with it, what has been answered, who knows. The first notice leads; `notices` is not empty. */
export async function composeAlert(
  tx: Transaction,
  notices: readonly AlertNotice[],
  { today, calendar, links, readerId, ...common }: Writing,
): Promise<{ readonly subject: string; readonly text: string; readonly html: string }> {
  const writing = { today, calendar, caseLink: links.caseLink, unclear: new Map<string, unknown>() }
  const [first] = notices
  const lead = first === undefined ? undefined : { notice: first, row: digestRow(asKnown(first, today), writing) }
  if (lead === undefined) throw new Error('An alert without a notice has no words. Compose it from what it speaks of.')
  const answers = withoutNames(
    await answersOf(tx, lead.notice.escalation_id),
    await childrenOf(tx, lead.notice.case_id),
  )
  const { caseRef, title, dueOn, daysLate, lateUnit, reason, link } = lead.row
  const matter = { caseRef, title, link }
  const withdrawn = answers.findLast(({ entry }) => entry === 'withdrawn')
  if (lead.notice.step === 'withdrawn' && withdrawn !== undefined)
    return withdrawnMail({ ...common, ...matter, sentence: answerSentence(withdrawn, today) })
  const promised = answers.findLast(({ entry, owner_id }) => entry === 'promised' && owner_id === readerId)
  if (lead.notice.role === PROMISE_OWNER && promised !== undefined)
    return promisedMail({ ...common, ...matter, sentence: answerSentence(promised, today) })
  return alertMail({
    ...common,
    ...{ ...matter, kind: lead.notice.kind, dueOn, daysLate, lateUnit, reason },
    answerLink: lead.notice.escalation_id === null ? link : links.alertLink(lead.notice.escalation_id),
    evidence: (await evidenceOf(tx, lead.notice)).map((one) => evidenceSentence(one, digestRow(one, writing))),
    tried: answers.map((answer) => answerSentence(answer, today)),
    told: await toldBefore(tx, lead.notice.escalation_id, readerId),
  })
}

/** Of drift that is not found yet, only the facts: its last sentence says that it was found, and comes true on its day. */
const asKnown = (notice: AlertNotice, today: LocalDate): AlertNotice =>
  notice.kind === 'stall' && isoDay(notice.due_on).isAfter(today)
    ? { ...notice, explanation: notice.explanation.slice(0, -1) }
    : notice

/** The drift that goes with what is late, whichever mail first spoke of it. */
const evidenceOf = (tx: Transaction, about: AlertNotice): Promise<NoticeAbout[]> => tx.$queryRaw<NoticeAbout[]>`
  select o.id, o.case_id, ${about.ref} as ref, o.title, o.kind, o.due_on::text, o.due_on::text as send_on, o.late_unit, o.explanation, m.escalation_id, 'late' as step
  from escalation_member m join obligation o on o.id = m.obligation_id join escalation e on e.id = m.escalation_id join obligation l on l.id = e.obligation_id
  where m.escalation_id = ${about.escalation_id}::uuid and m.left_at is null and o.state = 'open'
    and (not m.leads or (o.id <> l.id and o.explanation <> l.explanation)) order by o.due_on, o.title, o.id`

const evidenceSentence = ({ kind }: NoticeAbout, { title, dueOn, reason }: ReturnType<typeof digestRow>): string =>
  `${title}, ${kind === 'stall' ? 'found on' : 'was due'} ${govukDate(isoDay(dueOn))}: ${reason}`

interface Answered extends AnswerRow {
  readonly owner_id: string | null
}

const answersOf = (tx: Transaction, escalationId: string | null): Promise<Answered[]> => tx.$queryRaw<Answered[]>`
  select x.entry, coalesce(p.name, '') as name, x.owner_id, o.name as owner, x.at, x.until_on::text as until, x.reason
  from escalation_entry x left join person p on p.id = x.person_id left join person o on o.id = x.owner_id
  where x.escalation_id = ${escalationId}::uuid
    and x.entry in ('acknowledged', 'promised', 'more-time', 'passed-up', 'challenged', 'carried', 'owner-left', 'withdrawn')
  order by x.number`

const childrenOf = (tx: Transaction, caseId: string): Promise<{ forename: string; surname: string }[]> =>
  tx.$queryRaw<
    { forename: string; surname: string }[]
  >`select forename, surname from child where case_id = ${caseId}::uuid`

/** Who was told so far and was not taken off again, each on the first day they were. */
async function toldBefore(tx: Transaction, escalationId: string | null, readerId: string) {
  const told = await tx.$queryRaw<{ person_id: string; name: string; job_title: string; on: Date }[]>`
    select x.person_id, p.name, p.job_title, x.at as on from escalation_entry x join person p on p.id = x.person_id
    where x.entry = 'told' and x.person_id <> ${readerId}::uuid
      -- In this alert, or in one about the same that went on in it.
      and x.escalation_id in (select m.escalation_id from escalation_member m where m.obligation_id in (
        select own.obligation_id from escalation_member own where own.escalation_id = ${escalationId}::uuid))
      and not exists (select 1 from escalation_entry y where y.escalation_id = x.escalation_id and y.entry = 'skipped'
        and y.person_id = x.person_id and y.rung is not distinct from x.rung and y.number > x.number)
    order by x.at, x.number`
  const first = told.filter((one, place) => told.findIndex((other) => other.person_id === one.person_id) === place)
  return first.map(({ name, job_title, on }) => ({ name, title: job_title, on: londonDay(on.getTime()).toString() }))
}
