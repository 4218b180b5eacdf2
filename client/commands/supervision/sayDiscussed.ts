import type { CommandDeps } from '../command'
import { mayRecordProblem } from '../mayRecordProblem'
import { refuse, sessionCommand, type Answered, type Command } from './acting'
import { absentFrom, saveDiscussed } from './saveDiscussed'
import { NOT_IN_SESSION } from './summaries'

export interface SayDiscussed extends Command {
  readonly sessionId: string
  readonly ref: string
  /** Null: it was discussed. */
  readonly whyNot: string | null
}

/**
 * Whether a case was discussed in a session that was held, where whoever recorded the session could not say: they may not open it. By whoever may record on the case.
 * Idempotent by command id.
 */
export const sayDiscussed = (deps: CommandDeps, command: SayDiscussed): Promise<Answered> =>
  sessionCommand(
    deps,
    { ...command, action: 'supervision-discussed', concerns: 'year', cases: { ref: command.ref } },
    async (tx, acting) => {
      const { session, cases, actor, today } = acting
      const [row] = [...cases.values()]
      if (row === undefined) return refuse('unknown-case', `There is no case ${command.ref}. Check the reference.`)
      const kinds = ['discussed-in-supervision']
      const notAllowed = await mayRecordProblem(tx, { actorId: actor.id, row, day: today, kinds })
      if (notAllowed !== undefined) return refuse('not-allowed', notAllowed)
      const [placed] = await tx.$queryRaw<{ discussed: boolean | null }[]>`
        select discussed from session_case where session_id = ${session.id}::uuid and case_id = ${row.id}::uuid`
      if (placed === undefined) return refuse('bad-data', NOT_IN_SESSION)
      if (session.state !== 'held')
        return refuse('bad-data', 'Record first that the session was held: caseclock supervision held.')
      if (placed.discussed !== null)
        return refuse('answered-already', `It is recorded already whether ${row.ref} was discussed.`)
      const whyNot = command.whyNot?.trim() ?? null
      if (whyNot === '') return refuse('bad-data', 'Say why it was not discussed.')
      const wrong = await saveDiscussed(tx, acting, { row, whyNot, absent: await absentFrom(tx, session.id) })
      return wrong ?? { cases: [row.id], detail: { case: row.id, discussed: whyNot === null } }
    },
  )
