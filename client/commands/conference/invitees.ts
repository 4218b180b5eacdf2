import { newId } from '../../../activities/newId'
import type { Transaction } from '../../../prisma/database'
import { refuse, type CaseAnswer } from '../onCase/caseCommand'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { readDay } from '../readDay'
import { conferenceCommand, type ConferenceActing, type ConferenceCommand } from './conferenceCommand'

export interface Invite extends ConferenceCommand {
  readonly name: string
  /** `school`, `health visiting`, `family`. */
  readonly agency: string
  /** Where it is a person of Caseclock. */
  readonly personId?: string
  /** Whether they are asked for a report. */
  readonly report: boolean
}

const NO_PAPERWORK = 'A core group has no paperwork of its own: record who was absent when it was held.'

/** Invites somebody to a conference, and asks for a report where one is wanted. */
export const invite = (deps: CommandDeps, command: Invite): Promise<CaseAnswer> =>
  conferenceCommand(
    deps,
    { ...command, action: 'conference-invited' },
    async (tx, { conference, person, now, today }) => {
      const { name, agency, personId, report } = command
      if (conference.kind === 'core-group') return refuse('bad-data', NO_PAPERWORK)
      if (conference.state !== 'due')
        return refuse('bad-data', 'This conference is no longer due: nobody is invited to it.')
      if (name.trim() === '' || agency.trim() === '')
        return refuse('bad-data', 'Say who is invited, and of which agency: --name and --agency.')
      if (personId !== undefined && !(await isPerson(tx, personId)))
        return refuse(
          'unknown-person',
          'Nobody is known by that id. Leave --person out for somebody of another agency.',
        )
      const id = newId(now)
      const row = {
        ...{ id, conference_id: conference.id, person_id: personId ?? null, name: name.trim(), agency: agency.trim() },
        ...{ added_by: person.id, added_on: today.toString(), report_asked_on: report ? today.toString() : null },
      }
      await tx.$executeRaw`
      insert into conference_invitee select * from json_populate_record(null::conference_invitee, ${JSON.stringify(row)}::json)`
      return { id, detail: { invitee: id, report } }
    },
  )

const isPerson = async (tx: Transaction, id: string): Promise<boolean> =>
  isId(id) && (await tx.$queryRaw<unknown[]>`select 1 from person where id = ${id}::uuid`).length > 0

interface OfInvitee extends ConferenceCommand {
  readonly inviteeId: string
}

interface InviteeRow {
  readonly id: string
  readonly report_asked_on: string | null
}

const UNKNOWN = 'Nobody by that id is invited to this conference. `caseclock conference show ID` lists who is.'

/** Does one thing about somebody who is invited. */
const aboutInvitee = (
  deps: CommandDeps,
  command: OfInvitee & { readonly action: string; readonly also?: 'once held' },
  work: (tx: Transaction, invitee: InviteeRow, acting: ConferenceActing) => Promise<Refusal | undefined>,
): Promise<CaseAnswer> =>
  conferenceCommand(deps, command, async (tx, acting) => {
    const [invitee] = isId(command.inviteeId)
      ? await tx.$queryRaw<InviteeRow[]>`
          select id::text, report_asked_on::text from conference_invitee
          where id = ${command.inviteeId}::uuid and conference_id = ${acting.conference.id}::uuid and uninvited_on is null`
      : []
    if (invitee === undefined) return refuse('bad-data', UNKNOWN)
    const { state } = acting.conference
    if (state !== 'due' && (state !== 'held' || command.also !== 'once held'))
      return refuse('bad-data', 'This conference is no longer due: who was invited to it stays as it is.')
    const refused = await work(tx, invitee, acting)
    return refused ?? { id: invitee.id, detail: { invitee: invitee.id } }
  })

/** Takes somebody off the list. What they were asked for is not waited for any more. */
export const uninvite = (deps: CommandDeps, command: OfInvitee): Promise<CaseAnswer> =>
  aboutInvitee(deps, { ...command, action: 'conference-uninvited' }, async (tx, { id }, { today }) => {
    await tx.$executeRaw`update conference_invitee set uninvited_on = ${today.toString()}::date where id = ${id}::uuid`
    return undefined
  })

export interface InviteeReply extends OfInvitee {
  readonly reply: string
}

const REPLIES = ['accepted', 'declined', 'tentative']

export const recordReply = (deps: CommandDeps, command: InviteeReply): Promise<CaseAnswer> =>
  aboutInvitee(deps, { ...command, action: 'conference-reply' }, async (tx, { id }, { today, conference }) => {
    if (!REPLIES.includes(command.reply))
      return refuse('bad-data', `${command.reply} is no answer. One of ${REPLIES.join(', ')}.`)
    await tx.$executeRaw`
      update conference_invitee set reply = ${command.reply}, replied_on = ${today.toString()}::date, reply_for = ${conference.bookedFor?.toString() ?? null}::date where id = ${id}::uuid`
    return undefined
  })

export interface ReportReceived extends OfInvitee {
  /** ISO date; today when missing. */
  readonly on?: string
}

/** Notes that an agency's report came. */
export const reportReceived = (deps: CommandDeps, command: ReportReceived): Promise<CaseAnswer> =>
  aboutInvitee(
    deps,
    { ...command, action: 'conference-report', also: 'once held' },
    async (tx, { id, report_asked_on: askedOn }, { today }) => {
      const on = readDay(command.on ?? today.toString())
      if (on === undefined || on.isAfter(today))
        return refuse('bad-data', `${command.on ?? ''} is not a day on which it can have come.`)
      await tx.$executeRaw`
      update conference_invitee set report_received_on = ${on.toString()}::date, report_asked_on = ${askedOn ?? on.toString()}::date where id = ${id}::uuid`
      return undefined
    },
  )
