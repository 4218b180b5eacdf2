import type { Command } from 'commander'
import { acting, reading } from '../onCase/asOptions'
import type { ActOptions } from '../onCase/act'
import type { Registering } from '../supervisionPrograms'
import type { AnsweredOptions, AskOptions, RaiseOptions, ResolveOptions, StageOptions } from './disputeCommands'

const ON = ['--on <date>', 'the day it happened; today when missing'] as const
const OF = ['--of <event>', 'which one, by its id, where several are open'] as const

/** The commands about professional disputes, and about information that agencies are asked for. */
export function disputePrograms(caseclock: Command, registering: Registering): void {
  const dispute = caseclock.command('dispute').description('professional disputes about a case')
  list(dispute, registering)
  disputeSteps(dispute, registering)
  const information = caseclock.command('information').description('what agencies are asked for')
  list(information, registering)
  informationSteps(information, registering)
}

const list = (of: Command, { ending, io, data }: Registering): void => {
  reading(
    of.command('list <ref>').description('what is disputed, and what was asked for and not answered'),
    data,
  ).action(
    ending(async (ref: string, options: ActOptions) =>
      (await import('./disputeCommands.js')).runMatters(ref, options, io),
    ),
  )
}

function disputeSteps(dispute: Command, { ending, io, data }: Registering): void {
  const raise = dispute
    .command('raise <ref>')
    .description('raise a professional dispute: it has its stages, and 20 working days in all')
    .requiredOption('--about <text>', 'what is disputed')
    .option('--immediate-risk', 'a child is at immediate risk: the service manager is told now, whatever the hour')
    .option(...ON)
  acting(raise, data).action(
    ending(async (ref: string, options: RaiseOptions) =>
      (await import('./disputeCommands.js')).runRaise(ref, options, io),
    ),
  )
  const stage = dispute
    .command('stage <ref>')
    .description('end the stage that runs; the next one begins')
    .requiredOption('--outcome <text>', 'what came of it')
    .option(...OF)
    .option(...ON)
  acting(stage, data).action(
    ending(async (ref: string, options: StageOptions) =>
      (await import('./disputeCommands.js')).runStage(ref, options, io),
    ),
  )
  const resolve = dispute
    .command('resolve <ref>')
    .description('resolve a dispute, whichever stage runs')
    .requiredOption('--reason <text>', 'how')
    .option(...OF)
    .option(...ON)
  acting(resolve, data).action(
    ending(async (ref: string, options: ResolveOptions) =>
      (await import('./disputeCommands.js')).runResolve(ref, options, io),
    ),
  )
}

function informationSteps(information: Command, { ending, io, data }: Registering): void {
  const ask = information
    .command('ask <ref>')
    .description('an agency was asked for information')
    .requiredOption('--agency <name>', 'who was asked')
    .requiredOption('--what <text>', 'for what')
    .option(...ON)
  acting(ask, data).action(
    ending(async (ref: string, options: AskOptions) => (await import('./disputeCommands.js')).runAsk(ref, options, io)),
  )
  const answer = information
    .command('answer <ref>')
    .description('the agency answered')
    .requiredOption('--words <text>', 'what they answered')
    .option(...OF)
    .option(...ON)
  acting(answer, data).action(
    ending(async (ref: string, options: AnsweredOptions) =>
      (await import('./disputeCommands.js')).runAnswered(ref, options, io),
    ),
  )
}
