import type { Database } from '../../prisma/database'
import { undelivered, type UndeliveredMail } from './undelivered'

export interface WaitingMail {
  readonly held: boolean
  /** Mails that have not left, by person, most first. */
  readonly waiting: readonly {
    readonly person: string
    readonly jobTitle: string
    /** Of a morning or a week. */
    readonly digests: number
    readonly alerts: number
  }[]
  /** Mail that did not arrive: a person has to tell its reader, held or not. */
  readonly undelivered: readonly UndeliveredMail[]
}

/** Whether sending is held, and what would leave if it were not. */
export async function waitingMail(db: Database): Promise<WaitingMail> {
  const [authority] = await db.$queryRaw<{ held: boolean }[]>`select sending_held as held from authority where id = 1`
  const waiting = await db.$queryRaw<WaitingMail['waiting'][number][]>`
    select p.name as person, p.job_title as "jobTitle", count(*) filter (where m.lane <> 'at-once')::int as digests,
      count(*) filter (where m.lane = 'at-once')::int as alerts
    from message m join person p on p.id = m.recipient_id where m.state in ('created', 'unsent')
    group by p.id, p.name, p.job_title order by count(*) desc, p.name`
  return { held: authority?.held === true, waiting, undelivered: await undelivered(db) }
}
