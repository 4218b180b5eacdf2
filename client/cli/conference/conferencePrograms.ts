import type { Command } from 'commander'
import type { Registering } from '../supervisionPrograms'
import type { ActOptions } from '../actingOnCase'
import type { BookOptions, InviteOptions } from './conferenceCommands'
import type { ReadOptions } from './conferenceReading'

/** Conferences and core groups, from not booked to the record circulated. */
export function conferencePrograms(caseclock: Command, { ending, io, data }: Registering): void {
  const conference = caseclock
    .command('conference')
    .description('conferences and core groups: booked, invited, reported to, held, circulated')
  const acts = (): Promise<typeof import('./conferenceCommands.js')> => import('./conferenceCommands.js')
  const reads = (usage: string, description: string): Command =>
    conference
      .command(usage)
      .description(description)
      .requiredOption('--as <person>', 'who reads it: staff number, id or name')
      .option('--json', 'JSON on standard output')
      .option('--data <folder>', 'the running demo', data)
  const act = (usage: string, description: string): Command =>
    reads(usage, description).option('--command-id <uuid>', 'send the same command again under its own id')
  reads('list <ref>', 'those of a case, with due date and booked date').action(
    ending(async (ref: string, options: ReadOptions) =>
      (await import('./conferenceReading.js')).runConferences(ref, options, io),
    ),
  )
  reads('show <conference>', 'one of them: bookings and moves, who is invited, reports, outcome').action(
    ending(async (id: string, options: ReadOptions) =>
      (await import('./conferenceReading.js')).runConference(id, options, io),
    ),
  )
  act('book <conference>', 'book it, or move it')
    .requiredOption('--for <date>', 'the day')
    .requiredOption('--at <time>', 'the time, 09:30')
    .option('--place <place>', 'where', '')
    .option('--reason <words>', 'why beyond the due date, or why moved')
    .option('--approved-by <person>', 'who approved that')
    .action(ending(async (id: string, options: BookOptions) => (await acts()).runBook(id, options, io)))
  act('invite <conference>', 'invite somebody, and ask for a report')
    .requiredOption('--name <name>', 'who')
    .requiredOption('--agency <agency>', 'of which agency; family for the family')
    .option('--person <person>', 'where it is a person of Caseclock')
    .option('--report', 'a report is asked of them')
    .action(ending(async (id: string, options: InviteOptions) => (await acts()).runInvite(id, options, io)))
  act('uninvite <conference> <invitee>', 'take somebody off the list').action(
    ending(async (id: string, invitee: string, options: ActOptions) =>
      (await acts()).runUninvite(id, invitee, options, io),
    ),
  )
  act('sent <conference>', 'the invitations have been sent').action(
    ending(async (id: string, options: ActOptions) => (await acts()).runSent(id, options, io)),
  )
  act('reply <conference> <invitee> <answer>', 'accepted, declined or tentative').action(
    ending(async (id: string, invitee: string, answer: string, options: ActOptions) =>
      (await acts()).runReply([id, invitee, answer], options, io),
    ),
  )
  act('report <conference> <invitee>', 'a report came')
    .option('--on <date>', 'when; today when missing')
    .action(
      ending(async (id: string, invitee: string, options: ActOptions) =>
        (await acts()).runReport([id, invitee], options, io),
      ),
    )
  act('attendance <conference>', 'who was there: everybody who was invited')
    .option('--present <invitee...>', 'by id')
    .option('--absent <invitee...>', 'by id, with why: ID="was ill"')
    .action(ending(async (id: string, options: ActOptions) => (await acts()).runAttendance(id, options, io)))
  act('circulate <conference> <what>', 'its decision, or its record, was circulated')
    .option('--on <date>', 'when; today when missing')
    .action(
      ending(async (id: string, what: string, options: ActOptions) =>
        (await acts()).runCirculate([id, what], options, io),
      ),
    )
}
