import type { LocalDate } from '@js-joda/core'
import type { SupervisedTime } from '../../domain/chronology/caseFacts'
import type { Transaction } from '../../prisma/database'

interface Following {
  readonly caseId: string
  /** Whether its team holds group supervision. */
  readonly isSupervised: boolean
  readonly times: readonly SupervisedTime[]
  readonly today: LocalDate
}

/**
 * When a case was with a team that holds group supervision follows where it is: such a time begins on the day it is found there and ends on the day it is found elsewhere, however it came or
 * went. From one such team to another it goes on, so that no month is asked for twice, or forgotten. The case is locked. Answers the times as they now stand.
 */
export async function followSupervision(
  tx: Transaction,
  { caseId, isSupervised, times, today }: Following,
): Promise<readonly SupervisedTime[]> {
  const running = times.find(({ to }) => to === null)
  if (isSupervised === (running !== undefined)) return times
  const day = today.toString()
  if (running !== undefined) {
    await tx.$executeRaw`
      update supervision_stay set to_on = ${day}::date where case_id = ${caseId}::uuid and to_on is null`
    return times.map((time) => (time === running ? { ...time, to: today } : time))
  }
  // Back on the day it left: that time goes on.
  await tx.$executeRaw`
    insert into supervision_stay (case_id, from_on) values (${caseId}::uuid, ${day}::date)
    on conflict (case_id, from_on) do update set to_on = null`
  return [...times.filter(({ from }) => !from.equals(today)), { from: today, to: null }]
}

/** Whether a team holds group supervision. */
export const holdsSupervision = async (tx: Transaction, teamId: string | null): Promise<boolean> =>
  (await tx.$queryRaw<unknown[]>`select 1 from supervision_year where team_id = ${teamId}::uuid`).length > 0
