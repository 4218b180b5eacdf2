import type { Transaction } from '../../prisma/database'

/** Open escalations of a case that no process has taken up yet. Not "those just written": a repeated ask would answer with none. */
export const notYetTakenUp = async (tx: Transaction, caseId: string): Promise<string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
    select id from escalation where case_id = ${caseId}::uuid and state = 'open' and not taken_up order by id`
  ).map(({ id }) => id)
