import type { Command } from 'commander'

/** The options of every command that records on a case. */
export const acting = (command: Command, data: string): Command =>
  reading(command, data).option('--command-id <uuid>', 'send the same command again under its own id')

/** The options of every command that shows something of a case. */
export const reading = (command: Command, data: string): Command =>
  command
    .requiredOption('--as <person>', 'who acts: staff number, id or name')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)

/** Of what happened on a day, to some children. */
export const dated = (command: Command): Command =>
  command
    .option('--on <date>', 'the day it happened; today when missing')
    .option('--child <id...>', 'the children it concerns, by id')
