import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { RUNNING, type ImportOptions, type RunState } from '../../activities/import/run/importRun'
import { londonDay } from '../../domain/calendar/london'
import type { Transaction } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { auditImport } from './auditImport'
import type { CommandDeps, Refusal } from './command'
import { mayRunAuthorityProblem, somebodyImports } from './mayRunAuthorityProblem'

export interface ImportDecision {
  readonly runId: string
  /** What a person may say to a run: bring it in after the preview, or give it up at any time. */
  readonly decision: 'apply' | 'give-up'
  /** Null: nobody was named, which will do only while nobody could be. */
  readonly actorId: string | null
}

/**
 * Decides on a run that waits for a person; one that is going on can be given up. What was brought in by then stays: importing again goes on
 * from there. Answers undefined, or why that cannot be. Twice is the same as once: whoever presses again is answered that it is as they wanted, and nothing is added.
 */
export async function decideImport(
  { db, processes }: CommandDeps,
  command: ImportDecision,
): Promise<Refusal | undefined> {
  const refusal = await inTransaction(db, (tx) => save(tx, command))
  if (refusal === undefined) await processes.nudge([{ type: 'importCaseload', id: command.runId }])
  return refusal
}

interface Run {
  readonly state: RunState
  readonly source: 'ssd' | 'census'
  readonly asAt: string
  readonly options: ImportOptions
}

/** Where a decision that somebody made has taken a run. */
const TAKEN_TO: Readonly<Record<ImportDecision['decision'], readonly RunState[]>> = {
  apply: ['applying', 'done'],
  'give-up': ['given-up'],
}

async function save(tx: Transaction, { runId, decision, actorId }: ImportDecision): Promise<Refusal | undefined> {
  const [run] = await tx.$queryRaw<Run[]>`
    select state, source, as_at::text as "asAt", options from import_run where id = ${runId}::uuid for update`
  const { now } = await readClock(tx)
  const notAllowed = await mayDecideProblem(tx, actorId, londonDay(now))
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  if (run === undefined)
    return { refused: 'unknown-import', todo: `There is no import ${runId}. \`caseclock imports\` lists them.` }
  const { state, source, asAt, options } = run
  // One that did not wait was brought in without a decision: of that there is no second.
  if (TAKEN_TO[decision].includes(state) && (decision === 'give-up' || options.wait)) return undefined
  if (decision === 'apply') {
    if (state === 'given-up')
      return {
        refused: 'already-ended',
        todo: `Import ${runId} was given up, so it cannot be brought in any more. Begin it again, and decide then.`,
      }
    if (state !== 'waiting')
      return {
        refused: 'not-waiting',
        todo: `Import ${runId} does not wait for a decision: it is ${state}. \`caseclock imports\` shows what waits.`,
      }
    await tx.$executeRaw`update import_run set state = 'applying' where id = ${runId}::uuid`
  } else {
    if (!RUNNING.includes(state))
      return {
        refused: 'already-ended',
        todo: `Import ${runId} is over: it is ${state}. What it brought in stays, so there is nothing to give up. \`caseclock imports ${runId}\` says what it found.`,
      }
    await tx.$executeRaw`
      update import_run set state = 'given-up', finished_at = ${new Date(now).toISOString()}::timestamptz where id = ${runId}::uuid`
  }
  const action = decision === 'apply' ? 'import-applied' : 'import-given-up'
  await auditImport(tx, { action, actorId, now, detail: { run: runId, source, asAt } })
  return undefined
}

/** Whether to take a caseload is a person's decision. Without a person it stands only where nobody is in a role to take it. */
const mayDecideProblem = async (
  tx: Transaction,
  actorId: string | null,
  day: LocalDate,
): Promise<string | undefined> => {
  if (actorId !== null)
    return mayRunAuthorityProblem(tx, {
      actorId,
      day,
      what: 'bring an import in or give it up',
      permission: 'import-caseload',
    })
  return (await somebodyImports(tx, day))
    ? 'Whether an import is brought in or given up is for a person to say. Name an administrator, a service manager or somebody above with --as. Nothing was changed.'
    : undefined
}
