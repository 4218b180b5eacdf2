import { refuse, type CaseAnswer } from '../onCase/caseCommand'
import type { CommandDeps } from '../command'
import { conferenceCommand, type ConferenceCommand } from './conferenceCommand'

export interface Attendance extends ConferenceCommand {
  /** Who was there, and who was not and why: by id of the invitation. */
  readonly present: readonly string[]
  readonly absent: readonly { readonly id: string; readonly why: string }[]
}

/** Records who of those invited was at a conference that was held. Every one of them is named, present or absent: nobody is forgotten. */
export const recordAttendance = (deps: CommandDeps, command: Attendance): Promise<CaseAnswer> =>
  conferenceCommand(deps, { ...command, action: 'conference-attendance' }, async (tx, { conference }) => {
    const { present, absent } = command
    if (conference.state !== 'held')
      return refuse(
        'bad-data',
        'It is not recorded as held yet. Record that first: `caseclock plan review`, or `caseclock record`.',
      )
    const invited = await tx.$queryRaw<{ id: string; name: string }[]>`
      select id::text, name from conference_invitee where conference_id = ${conference.id}::uuid and uninvited_on is null order by id`
    const named = [...present, ...absent.map(({ id }) => id)]
    const stranger = named.find((id) => !invited.some((one) => one.id === id))
    if (stranger !== undefined)
      return refuse(
        'bad-data',
        `${stranger} is nobody who was invited. \`caseclock conference show ID\` lists who was.`,
      )
    if (new Set(named).size !== named.length)
      return refuse('bad-data', 'Somebody is named twice. Nothing was saved: name each once, present or absent.')
    const missing = invited.filter(({ id }) => !named.includes(id))
    if (missing.length > 0)
      return refuse(
        'bad-data',
        `Say of everybody who was invited whether they were there. Missing: ${missing.map(({ name }) => name).join(', ')}.`,
      )
    for (const id of present)
      await tx.$executeRaw`update conference_invitee set attended = true, absent_why = null where id = ${id}::uuid`
    for (const { id, why } of absent)
      await tx.$executeRaw`update conference_invitee set attended = false, absent_why = ${why} where id = ${id}::uuid`
    return { detail: { present: present.length, absent: absent.length } }
  })
