import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { knownOn } from '../../domain/chronology/knownOn'
import { comparePolicies, type Comparison } from '../../domain/policy/comparePolicies'
import { always } from '../../domain/policy/policySchedule'
import { readFacts } from './factsFile'
import { EXIT, type ExitCode, type Io } from './io'
import { londonToday } from './londonToday'
import { parseDay } from './parseDay'
import { readPolicy } from './policyFile'
import { textTable } from './textTable'

export interface PolicyCompareOptions {
  readonly facts: readonly string[]
  readonly today?: string
  readonly json?: boolean
}

/** `caseclock policy compare A B --facts FILE…`: what would come, go and move if B took the place of A today, and who would be told. No server, no database. */
export async function runPolicyCompare(a: string, b: string, options: PolicyCompareOptions, io: Io): Promise<ExitCode> {
  const today = options.today === undefined ? londonToday() : parseDay('--today', options.today)
  const [from, to] = [await readPolicy(a), await readPolicy(b)]
  const calendar = englandAndWales()
  const each = options.facts.map((file) =>
    comparePolicies(knownOn(readFacts(file), today), { from: always(from), to: always(to), calendar, today }),
  )
  const changes = each.flatMap((one) => one.changes)
  const told = each.flatMap((one) => one.told)
  if (options.json === true)
    io.out(
      `${JSON.stringify({ format: 1, from: from.id, to: to.id, calendar: calendar.version, today: today.toString(), cases: each.length, changes, told }, null, 2)}\n`,
    )
  else io.out(comparisonText({ changes, told }, `${from.id} -> ${to.id}`, each.length))
  return EXIT.done
}

function comparisonText({ changes, told }: Comparison, what: string, cases: number): string {
  const count = (wanted: string): string => String(changes.filter(({ change }) => change === wanted).length)
  const summary = `${what}, ${String(cases)} ${cases === 1 ? 'case' : 'cases'}: ${count('appears')} appear, ${count('vanishes')} vanish, ${count('moves')} move; ${String(told.length)} told on day one\n`
  const changed = textTable(
    ['Case', 'Rule', 'For', 'Change', 'From', 'To'],
    changes.map((one) => [one.case, one.rule, one.subject, one.change, one.from ?? '', one.to ?? '']),
  )
  const tells = textTable(
    ['Case', 'Told', 'How', 'Rule', 'For', 'Step', 'Due'],
    told.map((one) => [one.case, one.to, one.lane, one.rule, one.subject, one.step, one.dueOn]),
  )
  return [summary, changes.length > 0 ? `\n${changed}` : '', told.length > 0 ? `\n${tells}` : ''].join('')
}
