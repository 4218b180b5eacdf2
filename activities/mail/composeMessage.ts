import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import type { MailDeps } from '../deps'
import { composeAlert, type AlertNotice } from './composeAlert'
import { digestMail } from './digestMail'
import { administrators } from '../people/administrators'
import { composeWeekly } from './composeWeekly'
import { digestRows } from './digestRows'
import { NOTHING_TO_PUT_RIGHT, problemLines, type ToPutRight } from './problemLines'
import { repeatedRows } from './repeatedRows'
import { standingProblems } from './standingProblems'
import { composeInvitation } from './supervision/composeInvitation'
import { sessionAlertMail } from './supervision/sessionAlertMail'
import { supervisionLines } from './supervision/supervisionLines'

export interface Composed {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The calendar that goes with an invitation; null for every other mail. */
  readonly calendar: string | null
  /** Cases that were planned and could not be put into words, by id with the reason: for a person to see on the case. */
  readonly wordless: ReadonlyMap<string, unknown>
}

const NONE: ReadonlyMap<string, unknown> = new Map()

interface About {
  readonly id: string
  readonly lane: 'digest' | 'at-once' | 'weekly' | 'invitation'
  /** ISO date. */
  readonly day: string
  readonly name: string
  readonly recipient_id: string
  readonly created_at: Date
}

/**
 * The words of a message, made from what its cases' plans left of it: the caller has planned each of them and locked the message. `unclear`: those
 * that could not be planned, with the reason; a digest says so, an alert cannot be written. An administrator's digest also says what stands to be put right, the first one of a
 * week what is still late. Null when
 * nothing is left to say, `stale` when
 * a case, or the rules, changed since it was planned; never of a weekly mail.
 */
export async function composeMessage(
  tx: Transaction,
  { rules, links }: Pick<MailDeps, 'rules' | 'links'>,
  message: About,
  { now, unclear }: { readonly now: number; readonly unclear: ReadonlyMap<string, unknown> },
): Promise<Composed | 'stale' | null> {
  const today = londonDay(now)
  const inForce = await rules(tx, today)
  const { calendar, version } = inForce
  const emergencyLine = await emergencyLineOf(tx)
  const readerId = message.recipient_id
  if (message.lane === 'weekly') {
    const weekly = {
      readerId,
      recipientName: message.name,
      week: message.day,
      today,
      rules: inForce,
      links,
      emergencyLine,
    }
    const mail = await composeWeekly(tx, { ...weekly, unclear })
    return mail === null ? null : { ...mail, calendar: null, wordless: NONE }
  }
  if (message.lane === 'invitation') {
    const about = { id: message.id, createdAt: message.created_at.getTime(), readerId, today }
    const mail = await composeInvitation(tx, about, { links, preferencesLink: links.preferencesLink, emergencyLine })
    return mail === null ? null : { ...mail, wordless: NONE }
  }
  const supervision = await supervisionLines(tx, { messageId: message.id, readerId, today, links })
  const notices = await tx.$queryRaw<(AlertNotice & { readonly stale: boolean })[]>`
    select n.id, n.case_id, c.ref, o.title, o.kind, o.due_on::text, n.send_on::text, o.late_unit,
      case when o.moved_because is null then o.explanation else o.explanation || to_jsonb(o.moved_because) end as explanation, n.escalation_id, n.step, n.role,
      e.obligation_id = o.id as leads, c.facts_version <> c.planned_version or c.rules_version <> ${version} as stale
    from notice n join obligation o on o.id = n.obligation_id join case_file c on c.id = n.case_id left join escalation e on e.id = n.escalation_id
    where n.message_id = ${message.id}::uuid and n.withdrawn_at is null order by leads desc nulls last, o.kind, o.due_on, c.ref, o.title, n.id`
  if (notices.some(({ stale, case_id }) => stale && !unclear.has(case_id))) return 'stale'
  const [alert] = notices
  const toPutRight = await linesToPutRight(tx, message, today, links.caseLink)
  const repeating = { messageId: message.id, readerId, today, rules: inForce, caseLink: links.caseLink, unclear }
  const stillLate = message.lane === 'digest' ? await repeatedRows(tx, repeating) : []
  if (stillLate === 'stale') return 'stale'
  if (alert === undefined && toPutRight.count === 0 && stillLate.length === 0 && supervision.length === 0) return null
  const common = {
    recipientName: message.name,
    day: today.toString(),
    preferencesLink: links.preferencesLink,
    emergencyLine,
  }
  const writing = { today, calendar, caseLink: links.caseLink }
  if (message.lane === 'at-once' && alert === undefined)
    return { ...sessionAlertMail({ ...common, lines: supervision }), calendar: null, wordless: NONE }
  if (message.lane === 'digest' || alert === undefined) {
    const { wordless, ...said } = digestRows(notices, { ...writing, unclear })
    return { ...digestMail({ ...common, ...said, stillLate, toPutRight, supervision }), calendar: null, wordless }
  }
  if (unclear.has(alert.case_id)) throw unclear.get(alert.case_id)
  const words = await composeAlert(tx, notices, { ...common, ...writing, links, readerId: message.recipient_id })
  return { ...words, calendar: null, wordless: NONE }
}

const emergencyLineOf = async (tx: Transaction): Promise<string> =>
  (await tx.$queryRaw<{ emergency_line: string }[]>`select emergency_line from authority where id = 1`)[0]
    ?.emergency_line ?? ''

/** For an administrator's digest, what stands to be put right; nothing for anybody else. */
const linesToPutRight = async (
  tx: Transaction,
  { lane, recipient_id }: About,
  today: LocalDate,
  caseLink: (ref: string) => string,
): Promise<ToPutRight> =>
  lane === 'digest' && (await administrators(tx, today)).includes(recipient_id)
    ? problemLines(await standingProblems(tx, recipient_id), caseLink)
    : NOTHING_TO_PUT_RIGHT
