import { recordAttendance } from '../../commands/conference/attendance'
import { bookConference } from '../../commands/conference/bookConference'
import { circulate } from '../../commands/conference/circulate'
import { invitationsOut } from '../../commands/conference/invitationsOut'
import { invite, recordReply, reportReceived, uninvite } from '../../commands/conference/invitees'
import { actingOnCase, type ActOptions } from '../actingOnCase'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'

export interface BookOptions extends ActOptions {
  readonly for: string
  readonly at: string
  readonly place: string
  readonly reason?: string
  readonly approvedBy?: string
}

export const runBook = (conferenceId: string, options: BookOptions, io: Io): Promise<ExitCode> =>
  actingOnCase(options, io, async (deps, acts, person) =>
    bookConference(deps, {
      ...{ ...acts, conferenceId, for: options.for, at: options.at, place: options.place },
      ...(options.reason === undefined ? {} : { reason: options.reason }),
      ...(options.approvedBy === undefined ? {} : { approvedBy: await person('--approved-by', options.approvedBy) }),
    }),
  )

export interface InviteOptions extends ActOptions {
  readonly name: string
  readonly agency: string
  readonly person?: string
  readonly report?: boolean
}

export const runInvite = (conferenceId: string, options: InviteOptions, io: Io): Promise<ExitCode> =>
  actingOnCase(options, io, async (deps, acts, person) =>
    invite(deps, {
      ...{ ...acts, conferenceId, name: options.name, agency: options.agency, report: options.report === true },
      ...(options.person === undefined ? {} : { personId: await person('--person', options.person) }),
    }),
  )

export const runUninvite = (conferenceId: string, inviteeId: string, options: ActOptions, io: Io): Promise<ExitCode> =>
  actingOnCase(options, io, (deps, acts) => uninvite(deps, { ...acts, conferenceId, inviteeId }))

export const runSent = (conferenceId: string, options: ActOptions, io: Io): Promise<ExitCode> =>
  actingOnCase(options, io, (deps, acts) => invitationsOut(deps, { ...acts, conferenceId }))

export const runReply = (
  [conferenceId, inviteeId, reply]: readonly [string, string, string],
  options: ActOptions,
  io: Io,
): Promise<ExitCode> =>
  actingOnCase(options, io, (deps, acts) => recordReply(deps, { ...acts, conferenceId, inviteeId, reply }))

export const runReport = (
  [conferenceId, inviteeId]: readonly [string, string],
  options: ActOptions & { readonly on?: string },
  io: Io,
): Promise<ExitCode> =>
  actingOnCase(options, io, (deps, acts) =>
    reportReceived(deps, { ...acts, conferenceId, inviteeId, ...(options.on === undefined ? {} : { on: options.on }) }),
  )

export const runAttendance = (
  conferenceId: string,
  options: ActOptions & { readonly present?: readonly string[]; readonly absent?: readonly string[] },
  io: Io,
): Promise<ExitCode> =>
  actingOnCase(options, io, (deps, acts) =>
    recordAttendance(deps, {
      ...{ ...acts, conferenceId, present: options.present ?? [] },
      absent: (options.absent ?? []).map(absence),
    }),
  )

/** `ID=why`. */
function absence(text: string): { readonly id: string; readonly why: string } {
  const [id = '', ...why] = text.split('=')
  if (why.length === 0 || why.join('=').trim() === '')
    throw new CommandFailed(EXIT.usage, `--absent ${text}: say why, as --absent ${id}="was ill".`)
  return { id, why: why.join('=').trim() }
}

export const runCirculate = (
  [conferenceId, of]: readonly [string, string],
  options: ActOptions & { readonly on?: string },
  io: Io,
): Promise<ExitCode> =>
  actingOnCase(options, io, (deps, acts) =>
    circulate(deps, { ...acts, conferenceId, of, ...(options.on === undefined ? {} : { on: options.on }) }),
  )
