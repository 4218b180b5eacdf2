import type { Database } from '../../../prisma/database'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** What somebody above the worker was told about a case of the reader: by mail that has left, or that could not be delivered. */
export interface WorkTold {
  readonly ref: string
  readonly title: string
  readonly obligation: string
  readonly name: string
  readonly job_title: string
  readonly kind: 'obligation' | 'stall'
  readonly due_on: string
  /** ISO date: of the day it left, in London; of the day it was to leave, where it did not. */
  readonly on_day: string
  /** What became of the mail. */
  readonly state: 'sent' | 'unknown' | 'failed' | 'bounced'
  /** Why this person is told. */
  readonly why: string
}

const MANAGERS = ['team-manager', 'service-manager', 'head-of-service', 'director']
export const MOST_TOLD = 40

/** What managers were told about the cases of a reader from a day on (ISO date), the newest first; what was withdrawn before it left is not there. */
export const workTold = (db: Database, reader: Reader, from: string): Promise<WorkTold[]> => db.$queryRaw<WorkTold[]>`
  select c.ref, o.title, min(o.id::text) as obligation, p.name, p.job_title, o.kind, n.due_on::text, d.on_day::text, m.state, min(n.why) as why
  from case_file c join notice n on n.case_id = c.id join obligation o on o.id = n.obligation_id join person p on p.id = n.recipient_id
    join message m on m.id = n.message_id
    cross join lateral (select coalesce((m.sent_at at time zone 'Europe/London')::date, n.send_on) as on_day) d
  where c.id = any(array(select h.case_id from case_holder h where h.role = 'allocated-worker' and h.person_id = any(${[...reader.holderIds]}::uuid[])))
    and n.role = any(${MANAGERS}::text[]) and n.withdrawn_at is null and n.send_on >= ${from}::date and m.state in ('sent', 'unknown', 'failed', 'bounced')
    and n.recipient_id <> ${reader.id}::uuid and ${readableCases(reader)}
  group by c.ref, o.title, o.kind, p.name, p.job_title, n.due_on, d.on_day, m.state order by d.on_day desc, c.ref, o.title, p.name, m.state limit ${MOST_TOLD + 1}`
