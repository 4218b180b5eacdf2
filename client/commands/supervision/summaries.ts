import { mayRecordProblem } from '../mayRecordProblem'
import { SUMMARY_VERSION } from '../../queries/supervision/web/summaryVersion'
import type { CommandDeps } from '../command'
import { manages, refuse, sessionCommand, type Answered, type Command } from './acting'
import { recordOnCase } from './recordOnCase'

export interface WriteSummary extends Command {
  readonly sessionId: string
  readonly ref: string
  readonly text: string
  /** The version (`SessionCaseRow`) that its writer had before them; missing: not asked. */
  readonly seen?: string
}

const MOST_LETTERS = 20_000
const WRITTEN_SINCE =
  'Somebody has saved or reviewed this summary since you opened it. Yours is not saved yet: read what is saved, put both together, and save again.'
const READ_SINCE =
  'This summary has been written anew or reviewed since you opened it. Nothing was saved: read it as it is now.'
export const NOT_IN_SESSION =
  'This case is not discussed in that session. `caseclock supervision session ID` lists its cases.'

/**
 * The worker's summary of a case for a session: kept as it was last written, and the first time a fact of the case. What is written anew has to be reviewed
 * anew. Idempotent by command id.
 */
export const writeSummary = (deps: CommandDeps, command: WriteSummary): Promise<Answered> =>
  sessionCommand(
    deps,
    { ...command, action: 'supervision-summary', concerns: 'session', cases: { ref: command.ref } },
    async (tx, { session, cases, actor, commandId, now, today }) => {
      const [row] = [...cases.values()]
      if (row === undefined) return refuse('unknown-case', `There is no case ${command.ref}. Check the reference.`)
      const kind = 'supervision-summary-written'
      const notAllowed = await mayRecordProblem(tx, { actorId: actor.id, row, day: today, kinds: [kind] })
      if (notAllowed !== undefined) return refuse('not-allowed', notAllowed)
      const placed = await tx.$queryRaw<unknown[]>`
        select 1 from session_case where session_id = ${session.id}::uuid and case_id = ${row.id}::uuid`
      if (placed.length === 0) return refuse('bad-data', NOT_IN_SESSION)
      if (session.state !== 'planned')
        return refuse('already-ended', 'This session is over: a summary for it can no longer be read in it.')
      const text = command.text.trim()
      if (text === '' || text.length > MOST_LETTERS)
        return refuse('bad-data', `A summary has ${String(MOST_LETTERS)} letters at most, and one at least.`)
      const before = await tx.$queryRaw<{ version: string }[]>`
        select ${SUMMARY_VERSION} as version from summary s where s.session_id = ${session.id}::uuid and s.case_id = ${row.id}::uuid`
      if (command.seen !== undefined && command.seen !== (before[0]?.version ?? ''))
        return refuse('changed-since', WRITTEN_SINCE)
      await tx.$executeRaw`
        insert into summary (session_id, case_id, text, written_by, written_at)
        values (${session.id}::uuid, ${row.id}::uuid, ${text}, ${actor.id}::uuid, ${new Date(now).toISOString()}::timestamptz)
        on conflict (session_id, case_id) do update set text = excluded.text, written_by = excluded.written_by, rewritten_at = excluded.written_at,
          reviewed_by = null, reviewed_at = null, review_words = null`
      if (before.length > 0) return { detail: { case: row.id, again: true } }
      const recorded = await recordOnCase(tx, {
        row,
        kind,
        on: today,
        data: { session: session.id },
        actorId: actor.id,
        commandId,
        now,
        today,
      })
      return typeof recorded === 'string' ? { cases: [row.id], detail: { case: row.id } } : recorded
    },
  )

export interface ReviewSummary extends Command {
  readonly sessionId: string
  readonly ref: string
  /** What the worker should still do; empty: nothing. */
  readonly words: string
  /** The version that was read; missing: not asked. */
  readonly seen?: string
}

/** A manager of the team has read a summary. Idempotent by command id. */
export const reviewSummary = (deps: CommandDeps, command: ReviewSummary): Promise<Answered> =>
  sessionCommand(
    deps,
    { ...command, action: 'supervision-summary-reviewed', concerns: 'session' },
    async (tx, acting) => {
      const { session, actor, now } = acting
      if (!manages(acting))
        return refuse('not-allowed', 'Only a manager of the team reviews its summaries. Ask one of them.')
      const [row] = await tx.$queryRaw<{ id: string; version: string }[]>`
      select c.id::text, ${SUMMARY_VERSION} as version from case_file c join session_case x on x.case_id = c.id and x.session_id = ${session.id}::uuid
        left join summary s on s.case_id = c.id and s.session_id = x.session_id where c.ref = ${command.ref}`
      if (row === undefined) return refuse('bad-data', NOT_IN_SESSION)
      if (row.version === '') return refuse('bad-data', `Nobody has written the summary of ${command.ref} yet.`)
      if (command.seen !== undefined && command.seen !== row.version) return refuse('changed-since', READ_SINCE)
      await tx.$executeRaw`
      update summary set reviewed_by = ${actor.id}::uuid, reviewed_at = ${new Date(now).toISOString()}::timestamptz, review_words = ${command.words.trim()}
      where session_id = ${session.id}::uuid and case_id = ${row.id}::uuid`
      return { detail: { case: row.id } }
    },
  )
