import { Prisma } from '../../prisma/generated/client'
import type { Transaction } from '../../prisma/database'
import type { Answer, ProcessName } from '../../workflows/protocol'
import { realMs } from '../clock'
import type { PlanningDeps } from '../deps'
import { askCase } from '../planning/askCase'
import { askSafely } from '../planning/askSafely'

const TABLE = { planReview: Prisma.sql`conference`, cppFollowUp: Prisma.sql`follow_up` } as const

/** A process that keeps appointments for a case. */
interface Keeper extends ProcessName {
  readonly type: keyof typeof TABLE
}

const GONE: Answer = { closed: true, sleepMs: 1, toStart: [] }

/** The ask of a conference or a follow-up: its case is planned, which says what is due and sets the next appointment; with none left the process is over. */
export const askAppointment = (deps: PlanningDeps, keeper: Keeper): Promise<Answer> =>
  askSafely(
    deps.problemAfterMs,
    async () => {
      const [row] = await deps.db.$queryRaw<{ case_id: string }[]>`
        select case_id::text from ${TABLE[keeper.type]} where id = ${keeper.id}::uuid`
      if (row === undefined) return GONE
      return askCase(deps, { caseId: row.case_id, asks: keeper, gone: GONE }, async (tx, { clock }) => {
        const next = await slept(tx, keeper)
        return { closed: next === null, sleepMs: realMs(clock, next), toStart: [] }
      })
    },
    // All it does is plan the case: what is wrong stands there, and is gone with the next plan.
    async (why) => {
      await deps.db.$executeRaw`
        update case_file set problem = ${why} where id = (select case_id from ${TABLE[keeper.type]} where id = ${keeper.id}::uuid)`
    },
  )

/** Notes that its process asks next at its next appointment, or has none and is over. Answers that: epoch milliseconds. */
async function slept(tx: Transaction, { type, id }: Keeper): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ next_moment: Date | null }[]>`
    update ${TABLE[type]} set taken_up = next_moment is not null, sleeps_until = next_moment where id = ${id}::uuid returning next_moment`
  return row?.next_moment?.getTime() ?? null
}
