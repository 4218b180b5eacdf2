import type { Command } from 'commander'
import { acting, dated, reading } from '../onCase/asOptions'
import type { ActOptions } from '../onCase/act'
import type { Registering } from '../supervisionPrograms'
import type { AnswerOptions, EffectOptions, ProposeOptions } from './closingCommands'

const STEP_DOWN = ['--step-down', 'it is a step-down, and not the closing of the case'] as const
const ON = ['--on <date>', 'the day it happened; today when missing'] as const

/** The commands about closing and stepping down: proposed, accepted by name, in effect. */
export function closingPrograms(caseclock: Command, { ending, io, data }: Registering): void {
  const closing = caseclock.command('closing').description('stepping down and closing: proposed, accepted, in effect')
  reading(
    closing.command('show <ref>', { isDefault: true }).description('where it stands, and what is still open'),
    data,
  ).action(
    ending(async (ref: string, options: ActOptions) =>
      (await import('./closingCommands.js')).runClosing(ref, options, io),
    ),
  )
  const propose = closing
    .command('propose <ref>')
    .description('propose to close a case, or to step it down, with what shows that it may be')
    .option(...STEP_DOWN)
    .option('--from <level>', 'with --step-down: plo, cpp, cin or early-help')
    .option('--to <level>', 'with --step-down: cpp, cin, early-help or universal')
    .requiredOption('--change-since <date>', 'since when the change for the child has held')
    .requiredOption('--child-seen <date>', 'when the child was last seen: a visit that is recorded')
    .option('--chronology-read', 'the chronology has been read')
    .requiredOption('--tried <text>', 'what was tried')
    .requiredOption('--who-notices <text>', 'who will notice if it slips')
    .option('--sooner <reason>', 'why change that has held for less than the time asked for is enough')
  acting(dated(propose), data).action(
    ending(async (ref: string, options: ProposeOptions) =>
      (await import('./closingCommands.js')).runPropose(ref, options, io),
    ),
  )
  for (const [name, answer] of [
    ['accept', 'accepted'],
    ['decline', 'declined'],
  ] as const) {
    const command = closing
      .command(`${name} <ref>`)
      .description(`${name} what is proposed, by name; not for whoever proposed it`)
      .option(...STEP_DOWN)
      .option('--by <who>', 'who takes it on, where that is not you: a person, or a name outside')
      .option(...ON)
    if (answer === 'declined') command.requiredOption('--reason <text>', 'why')
    acting(command, data).action(
      ending(async (ref: string, options: Omit<AnswerOptions, 'answer'>) =>
        (await import('./closingCommands.js')).runAnswerProposal(ref, { ...options, answer }, io),
      ),
    )
  }
  const effect = closing
    .command('effect <ref>')
    .description('make what was accepted effective, and say what is decided of everything that is open')
    .option(...STEP_DOWN)
    .option('--reason <text>', 'why the case is closed')
    .option('--decided <what...>', 'what is decided of an open matter: "RULE: WORDS", or "RULE@SUBJECT: WORDS"')
    .option(...ON)
  acting(effect, data).action(
    ending(async (ref: string, options: EffectOptions) =>
      (await import('./closingCommands.js')).runEffect(ref, options, io),
    ),
  )
}
