import type { Transaction } from '../../prisma/database'

/** An open alert of a case that has something to say by now. */
export interface DueAlert {
  readonly id: string
  /** It has a process, which keeps an appointment that may be later than what came to the alert since. */
  readonly takenUp: boolean
}

/**
 * Open alerts of a case that no process has taken up yet, and those whose moment has come: a plan that adds to an alert makes its moment now. Not "those
 * just written": a repeated ask would answer with none. `now`: epoch milliseconds.
 */
export const dueAlerts = (tx: Transaction, caseId: string, now: number): Promise<DueAlert[]> =>
  tx.$queryRaw<DueAlert[]>`
    select id, taken_up as "takenUp" from escalation
    where case_id = ${caseId}::uuid and state = 'open' and (not taken_up or next_moment <= ${new Date(now).toISOString()}::timestamptz) order by id`
