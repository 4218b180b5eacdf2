import { readClock } from '../../activities/clock'
import { inTransaction } from '../../prisma/inTransaction'
import type { CommandDeps } from './command'

/** What a person may say to a run: bring it in after the preview, or give it up at any time. */
export type ImportDecision = 'apply' | 'give-up'

/**
 * Decides on a run that waits for a person; one that is going on can be given up. What was brought in by then stays: importing again goes on
 * from there. Answers undefined, or why that cannot be.
 */
export async function decideImport(
  { db, processes }: CommandDeps,
  runId: string,
  decision: ImportDecision,
): Promise<string | undefined> {
  const problem = await inTransaction(db, async (tx) => {
    const [run] = await tx.$queryRaw<
      { state: string }[]
    >`select state from import_run where id = ${runId}::uuid for update`
    if (run === undefined) return `There is no import ${runId}. \`caseclock imports\` lists them.`
    if (decision === 'apply') {
      if (run.state !== 'waiting')
        return `Import ${runId} does not wait for a decision: it is ${run.state}. \`caseclock imports\` shows what waits.`
      await tx.$executeRaw`update import_run set state = 'applying' where id = ${runId}::uuid`
      return undefined
    }
    if (!['reading', 'previewing', 'waiting', 'applying'].includes(run.state))
      return `Import ${runId} is over: it is ${run.state}. \`caseclock imports ${runId}\` says what it found.`
    const { now } = await readClock(tx)
    await tx.$executeRaw`
      update import_run set state = 'given-up', finished_at = ${new Date(now).toISOString()}::timestamptz where id = ${runId}::uuid`
    return undefined
  })
  if (problem === undefined) await processes.nudge([{ type: 'importCaseload', id: runId }])
  return problem
}
