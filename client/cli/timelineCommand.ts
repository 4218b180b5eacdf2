import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { knownOn } from '../../domain/chronology/knownOn'
import { ruleOf, type PolicyPack } from '../../domain/policy/policyPack'
import type { Obligation } from '../../domain/timeline/obligation'
import { sentence } from '../../domain/timeline/sentence'
import { standing, type Standing } from '../../domain/timeline/standing'
import { timeline } from '../../domain/timeline/timeline'
import { readFacts } from './factsFile'
import { EXIT, type ExitCode, type Io } from './io'
import { londonToday } from './londonToday'
import { parseDay } from './parseDay'
import { readPolicy } from './policyFile'
import { textTable } from './textTable'

export interface TimelineOptions {
  readonly facts: string
  /** A pack in JSON; the built-in one when missing. */
  readonly policy?: string
  readonly today?: string
  readonly json?: boolean
}

/** `caseclock timeline`: every obligation of the facts in a file, explained. No server, no database. */
export async function runTimeline(options: TimelineOptions, io: Io): Promise<ExitCode> {
  const today = options.today === undefined ? londonToday() : parseDay('--today', options.today)
  const policy = await readPolicy(options.policy)
  const calendar = englandAndWales()
  const { obligations, problems } = timeline(knownOn(readFacts(options.facts), today), policy, calendar)
  const shown = obligations.map((obligation) => shape(obligation, standing(obligation, today, calendar), policy))
  if (options.json === true) {
    io.out(
      `${JSON.stringify({ format: 1, policy: policy.id, calendar: calendar.version, today: today.toString(), obligations: shown, problems }, null, 2)}\n`,
    )
  } else {
    const rows = shown.map((one) => [
      one.dueOn,
      ruleOf(policy, one.rule).title,
      one.subject,
      one.state,
      one.explanation.join('; '),
    ])
    io.out(textTable(['Due', 'What', 'For', 'State', 'Why this date'], rows))
    for (const { events, problem } of problems) io.err(`Problem: ${problem} (${events.join(', ')})\n`)
  }
  return EXIT.done
}

/** One obligation as contracts.md 3 prints it. */
function shape(obligation: Obligation, now: Standing, policy: PolicyPack) {
  const { basis, source } = ruleOf(policy, obligation.rule)
  return {
    rule: obligation.rule,
    subject: obligation.subject,
    occurrence: obligation.occurrence,
    trigger: obligation.trigger,
    dueOn: obligation.dueOn.toString(),
    limitOn: obligation.limitOn.toString(),
    bookedFor: obligation.bookedFor?.toString() ?? null,
    state: now.state,
    metBy: 'metBy' in now ? now.metBy : null,
    metOn: 'metOn' in now ? now.metOn.toString() : null,
    ...('cancelledBy' in now ? { cancelledBy: now.cancelledBy, cancelledOn: now.cancelledOn.toString() } : {}),
    daysLate: 'daysLate' in now ? now.daysLate : 0,
    reminders: obligation.reminders.map(({ step, on }) => ({ step, on: on.toString() })),
    lateOn: obligation.late[0]?.on.toString() ?? null,
    explanation: obligation.explanation.map(sentence),
    basis,
    source,
  }
}
