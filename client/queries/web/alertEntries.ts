import type { Database } from '../../../prisma/database'

/** One line of the log of an alert that a worker reads: who was told, what they answered. */
export interface AlertEntry {
  readonly alert: string
  readonly entry: string
  readonly name: string | null
  readonly job_title: string | null
  /** Who keeps a promise. */
  readonly owner: string | null
  readonly at: Date
  readonly until: string | null
  readonly reason: string
}

/** What stands on the logs of these alerts about telling and answering, in order. Which of them a reader may see is the caller's to know. */
export const alertEntries = async (db: Database, alerts: readonly string[]): Promise<readonly AlertEntry[]> =>
  alerts.length === 0
    ? []
    : db.$queryRaw<AlertEntry[]>`
        select x.escalation_id::text as alert, x.entry, p.name, p.job_title, q.name as owner, x.at, x.until_on::text as until, x.reason
        from escalation_entry x left join person p on p.id = x.person_id left join person q on q.id = x.owner_id
        where x.escalation_id = any(${[...alerts]}::uuid[])
          and x.entry in ('told', 'acknowledged', 'promised', 'more-time', 'passed-up', 'challenged', 'owner-left')
        order by x.escalation_id, x.number`
