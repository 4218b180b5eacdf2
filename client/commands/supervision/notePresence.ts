import { govukDate } from '../../../domain/timeline/govukDate'
import { takesPart } from '../../queries/supervision/web/takesPart'
import type { CommandDeps } from '../command'
import { NOT_ORGANISER, organises, refuse, sessionCommand, type Answered, type Command } from './acting'

export interface NotePresence extends Command {
  readonly sessionId: string
  readonly personId: string
  readonly here: boolean
}

/**
 * Ticks somebody off in the room, before the session is recorded as held: what is then recorded of everybody replaces it. By whoever is invited, of anybody, or whoever runs
 * the session. Idempotent by command id.
 */
export const notePresence = (deps: CommandDeps, command: NotePresence): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-presence', concerns: 'session' }, async (tx, acting) => {
    const { personId, here } = command
    const { session, actor, today } = acting
    const [known] = await tx.$queryRaw<{ actor: boolean; person: boolean }[]>`
      select bool_or(${takesPart(actor)}) as actor, bool_or(a.person_id::text = ${personId.toLowerCase()}) as person
      from attendance a where a.session_id = ${session.id}::uuid and a.uninvited_on is null`
    if (known?.actor !== true && !organises(acting)) return refuse('not-allowed', NOT_ORGANISER)
    if (known?.person !== true) return refuse('unknown-person', 'This person is not invited to the session.')
    if (session.state !== 'planned')
      return refuse('already-ended', 'Who was there has been recorded, or the session was not held.')
    if (session.on.isAfter(today))
      return refuse('bad-data', `This session is on ${govukDate(session.on)}. Who is there is ticked in it.`)
    await tx.$executeRaw`
      update attendance set attended = case when ${here} then true end where session_id = ${session.id}::uuid and person_id::text = ${personId.toLowerCase()}`
    return { detail: { person: personId, here } }
  })
