import type { Command } from 'commander'
import { acting, dated, reading } from '../onCase/asOptions'
import type { Registering } from '../supervisionPrograms'
import type { ActOptions } from '../onCase/act'
import type { GoalOptions, ReviewOptions } from './planCommands'

/** The commands about plans: what they are, their goals, their reviews. */
export function planPrograms(caseclock: Command, { ending, io, data }: Registering): void {
  reading(
    caseclock
      .command('plans <ref>')
      .description('every plan of every child, with goals, views and what is missing; with names, for one reader'),
    data,
  ).action(
    ending(async (ref: string, options: ActOptions) => (await import('./planCommands.js')).runPlans(ref, options, io)),
  )
  const plan = caseclock.command('plan').description('goals and reviews of a plan')
  const goal = plan
    .command('goal <ref>')
    .description('set a goal with all that its gate asks for')
    .requiredOption('--goal <name>', 'what it is called; its outcome is recorded under that')
    .option('--plan <plan>', 'of which plan: cpp, cin, plo, safety, or the event that started it', 'cpp')
    .requiredOption('--change <text>', 'what must change for the child')
    .requiredOption('--sign <text>', 'how anybody will know')
    .requiredOption('--by <date>', 'by when')
    .requiredOption('--otherwise <text>', 'what happens if it is not reached')
    .requiredOption('--otherwise-by <date>', 'and by when')
    .option('--agency <name>', 'who carries it')
    .option('--frequency <text>', 'how often')
  acting(dated(goal), data).action(
    ending(async (ref: string, options: GoalOptions) => (await import('./planCommands.js')).runGoal(ref, options, io)),
  )
  const review = plan
    .command('review <ref>')
    .description('record a review with views and decisions, and how far every open goal is, as one')
    .option('--plan <plan>', 'of which plan: cpp or cin', 'cpp')
    .option('--outcome <what>', 'of a child protection plan: continue or end')
    .option('--inquorate', 'it was inquorate; it cannot end a plan then')
    .option('--independent-chair', 'of a child in need plan: whoever chaired was independent')
    .option('--child-view <text>', 'what the child thinks, or why nobody knows')
    .option('--parents-view <text>', 'what the parents think, or why nobody knows')
    .option('--decision <text...>', 'what was decided')
    .option('--goal <found...>', 'how far a goal is: "NAME=met|part|not: WORDS"')
    .option('--meeting <name>', 'what the records of brothers and sisters share')
  acting(dated(review), data).action(
    ending(async (ref: string, options: ReviewOptions) =>
      (await import('./planCommands.js')).runReview(ref, options, io),
    ),
  )
}
