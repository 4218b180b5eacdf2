import { Option, type Command } from 'commander'

/** What `caseclock escalations` takes. */
export const escalationsOptions = (command: Command, data: string): Command =>
  command
    .description(
      'the alerts of a team or of all: who was told, what was answered, how it ended; those open unless told',
    )
    .option('--team <name>', 'of this team')
    .addOption(new Option('--open', 'those that are open').conflicts(['all', 'list']))
    .addOption(new Option('--all', 'also those that have ended').conflicts('list'))
    .option('--list <list>', 'the list behind a figure, such as promises-broken')
    .option('--told-to <role>', 'only those that have gone just so far, such as service-manager')
    .option('--from <date>', 'opened on this day or later')
    .option('--to <date>', 'opened on this day or before')
    .addOption(new Option('--figures', 'how many, per team and in all').conflicts(['open', 'all', 'list', 'toldTo']))
    .addOption(new Option('--csv', 'CSV on standard output').conflicts('json'))
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
