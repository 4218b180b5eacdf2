import type { TestTown } from '../servers/testTown'
import { noticeKey } from './noticeKey'

/** A notice as it stands in Postgres, with the mail that carried it. Moments are epoch milliseconds of the town's clock. */
export interface WrittenNotice {
  readonly key: string
  readonly case_id: string
  readonly obligation_id: string
  readonly rule: string
  readonly subject: string
  readonly dueOn: string
  readonly step: string
  readonly on: string
  readonly person: string
  readonly ladder: boolean
  readonly writtenAt: number
  readonly mailId: string | null
  readonly mailState: string | null
  /** When the first try that was recorded ended. */
  readonly leftAt: number | null
}

interface Row {
  readonly case_id: string
  readonly obligation_id: string
  readonly ref: string
  readonly rule: string
  readonly subject: string
  readonly due_on: string
  readonly step: string
  readonly lane: string
  readonly send_on: string
  readonly recipient_id: string
  readonly ladder: boolean
  readonly written_at: Date
  readonly mail_id: string | null
  readonly state: string | null
  readonly left_at: Date | null
}

/** Every notice that was written and stands. */
export async function writtenInTown({ db }: TestTown): Promise<readonly WrittenNotice[]> {
  const rows = await db.$queryRaw<Row[]>`
    select n.case_id, n.obligation_id, c.ref, o.rule, o.subject, n.due_on::text, n.step, n.lane, n.send_on::text, n.recipient_id,
      n.escalation_id is not null as ladder, n.written_at, m.mail_id, m.state,
      (select min(a.at) from delivery_attempt a where a.message_id = m.id) as left_at
    from notice n join obligation o on o.id = n.obligation_id join case_file c on c.id = n.case_id left join message m on m.id = n.message_id
    where n.withdrawn_at is null order by n.written_at, n.id`
  return rows.map((row) => ({
    ...{ case_id: row.case_id, obligation_id: row.obligation_id, rule: row.rule, subject: row.subject },
    ...{ dueOn: row.due_on, step: row.step, on: row.send_on, person: row.recipient_id, ladder: row.ladder },
    key: noticeKey({ ...row, dueOn: row.due_on, on: row.send_on, person: row.recipient_id }),
    writtenAt: row.written_at.getTime(),
    mailId: row.mail_id,
    mailState: row.state,
    leftAt: row.left_at?.getTime() ?? null,
  }))
}
