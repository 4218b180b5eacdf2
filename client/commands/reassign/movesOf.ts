import type { LocalDate } from '@js-joda/core'
import { loadRungsTold } from '../../../activities/escalation/rungsTold'
import type { Everybody } from '../../../activities/people/loadPeople'
import { recipientsAmong } from '../../../activities/people/recipients'
import type { CaseRow } from '../../../activities/planning/lockCase'
import { readersOf } from '../../../activities/planning/readersOf'
import type { ToldRow } from '../../../activities/planning/toldNotices'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { responsiblePeople } from '../../../domain/chronology/responsiblePeople'
import type { Transaction } from '../../../prisma/database'
import type { CaseMoves } from './caseMoves'
import type { HandedOn } from './handOn'

interface Moving {
  readonly row: CaseRow
  readonly everybody: Everybody
  readonly before: CaseFacts
  readonly handed: HandedOn
  readonly fromId: string
  readonly today: LocalDate
}

/** What moves when a case is handed on, by the same rules by which the planner will find who is told: what is listed is what then happens. */
export async function movesOf(tx: Transaction, moving: Moving): Promise<CaseMoves> {
  const { row, before, handed, fromId, today } = moving
  const workerWas = responsiblePeople(before, today)
  const workerIs = responsiblePeople(handed.after, today)
  const open = await tx.$queryRaw<{ id: string; title: string; subject: string; due_on: string }[]>`
    select id::text, title, subject, due_on::text from obligation where case_id = ${row.id}::uuid and state = 'open' order by due_on, title, subject, id`
  const obligations = open.filter(
    ({ subject }) => workerWas(subject).allocatedWorker === fromId && workerIs(subject).allocatedWorker !== fromId,
  )
  const alerts = await tx.$queryRaw<{ id: string; members: readonly string[]; title: string }[]>`
    select e.id::text, o.title, array(select m.obligation_id::text from escalation_member m
      where m.escalation_id = e.id and m.left_at is null) as members
    from escalation e join obligation o on o.id = e.obligation_id where e.case_id = ${row.id}::uuid and e.state = 'open' order by e.id`
  const moved = new Set(obligations.map(({ id }) => id))
  return {
    ref: row.ref,
    worked: handed.held.worked.length,
    chaired: handed.held.chaired.length,
    obligations: obligations.map(({ title, due_on, subject }) => ({ title, dueOn: due_on, subject })),
    notices: await noticesMoving(tx, moving),
    escalations: alerts
      .filter(({ members }) => members.some((id) => moved.has(id)))
      .map(({ id, title }) => ({ id, title })),
    sessions: [],
  }
}

type Unsent = Pick<ToldRow, 'step' | 'role' | 'subject' | 'send_on' | 'recipient_id' | 'escalation_id'> & {
  readonly title: string
}

/** What has not left and is told to somebody else from then on. That an alert was withdrawn, and what ends with its alert, goes to nobody else. */
async function noticesMoving(
  tx: Transaction,
  { row, everybody, before, handed, today }: Moving,
): Promise<CaseMoves['notices']> {
  const unsent = await tx.$queryRaw<Unsent[]>`
    select o.title, n.step, n.role, o.subject, n.send_on::text, n.recipient_id::text, n.escalation_id::text
    from notice n join obligation o on o.id = n.obligation_id left join message m on m.id = n.message_id
      left join escalation e on e.id = n.escalation_id
    where n.case_id = ${row.id}::uuid and n.withdrawn_at is null and (n.message_id is null or m.state in ('created', 'unsent'))
      and (n.escalation_id is null or (e.state = 'open' and n.step <> 'withdrawn'))
    order by n.send_on, o.title, n.step, n.id`
  const rungs = await loadRungsTold(tx, row.id)
  const was = recipientsAmong(everybody, { row, facts: before, day: today })
  const is = recipientsAmong(everybody, { row, facts: handed.after, day: today })
  const nameOf = new Map(everybody.people.map(({ id, name }) => [id, name]))
  return unsent.flatMap((notice) => {
    const { title, step, send_on, recipient_id } = notice
    const stood = readersOf(notice, { recipients: was, rungs }).some(({ personId }) => personId === recipient_id)
    const standing = readersOf(notice, { recipients: is, rungs }).map(({ personId }) => personId)
    if (!stood || standing.includes(recipient_id)) return []
    return standing.map((id) => ({ title, step, sendOn: send_on, to: nameOf.get(id) ?? id }))
  })
}
