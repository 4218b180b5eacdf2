import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { knownOn } from '../../domain/chronology/knownOn'
import { always } from '../../domain/policy/policySchedule'
import { ruleOf, type PolicyPack } from '../../domain/policy/policyPack'
import type { Obligation } from '../../domain/timeline/obligation'
import { sentence } from '../../domain/timeline/sentence'
import { standing, type Standing } from '../../domain/timeline/standing'
import { timeline } from '../../domain/timeline/timeline'
import { aboutFile } from './aboutFile'
import { readFacts } from './factsFile'
import { EXIT, type ExitCode, type Io } from './io'
import { londonToday } from './londonToday'
import { parseDay } from './parseDay'
import { readPolicy } from './policyFile'
import { textTable } from './textTable'
import { refuseInput, writeText } from './writtenFile'

export interface TimelineOptions {
  readonly facts: string
  /** A pack in JSON; the built-in one when missing. */
  readonly policy?: string
  readonly today?: string
  readonly json?: boolean
  /** A file for the long view. */
  readonly svg?: string
}

/** `caseclock timeline`: every obligation of the facts in a file, explained, and every stall found in them. No server, no database. */
export async function runTimeline(options: TimelineOptions, io: Io): Promise<ExitCode> {
  refuseInput('--svg', options.svg, [options.facts, options.policy])
  const today = options.today === undefined ? londonToday() : parseDay('--today', options.today)
  const policy = await readPolicy(options.policy)
  const calendar = englandAndWales()
  const facts = knownOn(readFacts(options.facts), today)
  const { obligations, problems } = aboutFile(options.facts, () => timeline(facts, always(policy), calendar))
  const standings = obligations.map((obligation) => ({ obligation, now: standing(obligation, today, calendar) }))
  const toDo = standings
    .filter(({ obligation }) => obligation.kind === 'obligation')
    .map(({ obligation, now }) => shape(obligation, now, policy))
  const stalls = standings
    .filter(({ obligation, now }) => obligation.kind === 'stall' && wasFound(now))
    .map(({ obligation, now }) => stallShape(obligation, now, policy))
  if (options.json === true) {
    io.out(
      `${JSON.stringify({ format: 1, policy: policy.id, calendar: calendar.version, today: today.toString(), obligations: toDo, stalls, problems }, null, 2)}\n`,
    )
  } else {
    const why = ({ explanation, source }: { explanation: readonly string[]; source: string }): string =>
      `${explanation.join('; ')} (${source})`
    const rows = toDo.map((one) => [
      one.dueOn,
      ruleOf(policy, one.rule).title,
      one.subject,
      one.state,
      why(one),
      one.wouldMeet,
    ])
    io.out(`${policy.id}, ${calendar.version}\n`)
    io.out(textTable(['Due', 'What', 'For', 'State', 'Why this date', 'What would meet it'], rows))
    if (stalls.length > 0)
      io.out(
        `\n${textTable(
          ['Found', 'Stall', 'For', 'State', 'Evidence', 'What would end it'],
          stalls.map((one) => [one.foundOn, one.title, one.subject, one.state, why(one), one.wouldEnd]),
        )}`,
      )
    for (const { events, problem } of problems) io.err(`Problem: ${problem} (${events.join(', ')})\n`)
  }
  if (options.svg !== undefined) {
    // Only loaded for a picture: without one the command starts in a third of a second.
    const { longView } = await import('../../domain/longview/longView.js')
    const { longViewSvg } = await import('../../domain/longview/longViewSvg.js')
    const picture = aboutFile(options.facts, () => longViewSvg(longView(facts, always(policy), calendar, today)))
    writeText(options.svg, picture)
    io.err(`The picture of the case is in ${options.svg}.\n`)
  }
  return EXIT.done
}

/** A stall that counts days is only found once they have passed; what ended it before that was in time. */
const wasFound = ({ state }: Standing): boolean => state === 'due' || state === 'overdue' || state === 'met-late'

function stallShape(stall: Obligation, now: Standing, policy: PolicyPack) {
  const { title, metBy, basis, source } = ruleOf(policy, stall.rule)
  return {
    rule: stall.rule,
    title,
    subject: stall.subject,
    occurrence: stall.occurrence,
    trigger: stall.trigger,
    foundOn: stall.dueOn.toString(),
    state: now.state === 'met-late' ? ('ended' as const) : ('open' as const),
    endedBy: 'metBy' in now ? now.metBy : null,
    endedOn: 'metOn' in now ? now.metOn.toString() : null,
    evidence: stall.explanation.flatMap((step) => (step.step === 'evidence' ? [step.id] : [])),
    explanation: stall.explanation.map(sentence),
    wouldEnd: metBy,
    basis,
    source,
  }
}

/** One obligation as contracts.md 3 prints it. */
function shape(obligation: Obligation, now: Standing, policy: PolicyPack) {
  const { basis, source, metBy } = ruleOf(policy, obligation.rule)
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
    wouldMeet: metBy,
    basis,
    source,
  }
}
