import type { Command } from 'commander'
import type { Registering } from '../supervisionPrograms'
import type { AnswerOptions, ListOptions, ReadOptions } from './followUpCommands'

/** Three- and six-month follow-ups, and the look-backs after a closing. */
export function followUpPrograms(caseclock: Command, { ending, io, data }: Registering): void {
  const followUp = caseclock.command('follow-up').description('what became of the child 3, 6 and 12 months later')
  const loaded = (): Promise<typeof import('./followUpCommands.js')> => import('./followUpCommands.js')
  const common = (usage: string, description: string): Command =>
    followUp
      .command(usage)
      .description(description)
      .requiredOption('--as <person>', 'who reads or acts: staff number, id or name')
      .option('--json', 'JSON on standard output')
      .option('--data <folder>', 'the running demo', data)
  common('list', 'those that are asked, of the cases this person may open')
    .option('--ref <ref>', 'of this case')
    .option('--all', 'also those that were answered, or fell away')
    .action(ending(async (options: ListOptions) => (await loaded()).runFollowUps(options, io)))
  common('show <follow-up>', 'its questions, and what the record already answers').action(
    ending(async (id: string, options: ReadOptions) => (await loaded()).runFollowUp(id, options, io)),
  )
  common('answer <follow-up>', 'record the answers; what is left out was not answered')
    .option('--answers <json>', `as '{"now":"on-plan","secondPlan":false}'`)
    .option('--not-possible <why>', 'why it cannot be answered')
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .action(ending(async (id: string, options: AnswerOptions) => (await loaded()).runAnswer(id, options, io)))
}
