import type { Command } from 'commander'
import type { Registering } from './supervisionPrograms'

/** The program's parts: all of them on one machine, or each by itself for production. */
export function partsPrograms(caseclock: Command, { ending, io }: Omit<Registering, 'data'>): void {
  caseclock
    .command('up')
    .description('everything on this machine: database, Temporal server, worker, inbox')
    .option('--demo', 'an imaginary county, and a clock that can be moved')
    .option('--speed <seconds>', 'with --demo: a day in so many seconds', Number)
    .option('--ssd <folder>', 'import this extract instead of the imaginary county')
    .option('--data <folder>', 'where everything is kept', '.caseclock')
    .option('--port <port>', 'port of the pages; 3000 unless it is taken', Number)
    .action(ending(async (options: Record<string, never>) => (await import('../up/up.js')).up(options, io)))
  caseclock
    .command('worker')
    .description('a worker, for production; settings from the environment, see .env.example')
    .action(ending(async () => (await import('./workerCommand.js')).runWorkerCommand(io)))
  caseclock
    .command('web')
    .description(
      'the pages, the API and the calendars people subscribe to, for production; settings from the environment, see .env.example',
    )
    .option('--port <port>', 'port', Number, 3000)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(
      ending(async (options: { port?: number; host?: string }) =>
        (await import('./webCommand.js')).runWeb(options, io),
      ),
    )
  caseclock
    .command('inbox')
    .description('a mail server that keeps what it takes, with a page to read it')
    .option('--data <folder>', 'where mails are kept', '.caseclock')
    .action(ending(async (options: { data: string }) => (await import('./inboxCommand.js')).runInbox(options, io)))
  caseclock
    .command('migrate')
    .description('bring the database to this version, and make its authority')
    .action(ending(async () => (await import('./migrateCommand.js')).runMigrate(io)))
}
