import { refuse, type CaseAnswer } from '../onCase/caseCommand'
import type { CommandDeps } from '../command'
import { conferenceCommand, type ConferenceCommand } from './conferenceCommand'

/** Notes that the invitations to the day that is booked have been sent: of another day they would be asked for anew. */
export const invitationsOut = (deps: CommandDeps, command: ConferenceCommand): Promise<CaseAnswer> =>
  conferenceCommand(deps, { ...command, action: 'conference-invitations-out' }, async (tx, { conference }) => {
    if (conference.bookedFor === null)
      return refuse('bad-data', 'Nothing is booked yet: book it first, so that an invitation can say when.')
    const [invited] = await tx.$queryRaw<unknown[]>`
      select 1 from conference_invitee where conference_id = ${conference.id}::uuid and uninvited_on is null limit 1`
    if (invited === undefined)
      return refuse('bad-data', 'Nobody is invited yet. Say who is with `caseclock conference invite`.')
    await tx.$executeRaw`
      update conference set invitations_for = ${conference.bookedFor.toString()}::date where id = ${conference.id}::uuid`
    return {}
  })
