import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { knownOn } from '../../domain/chronology/knownOn'
import { comparePolicies } from '../../domain/policy/comparePolicies'
import { always } from '../../domain/policy/policySchedule'
import { whatDiffers } from '../../domain/policy/whatDiffers'
import { comparisonText } from './comparisonText'
import { aboutFile } from './aboutFile'
import { readFacts } from './factsFile'
import { EXIT, type ExitCode, type Io } from './io'
import { londonToday } from './londonToday'
import { parseDay } from './parseDay'
import { readPolicy } from './policyFile'

export interface PolicyCompareOptions {
  /** Facts files, one for each case; over the database when missing. */
  readonly facts?: readonly string[]
  readonly today?: string
  readonly json?: boolean
  readonly data?: string
}

/** `caseclock policy compare A B`: what would come, go and move if B took the place of A today, and who would be told. With facts files it needs no server and no database. */
export async function runPolicyCompare(a: string, b: string, options: PolicyCompareOptions, io: Io): Promise<ExitCode> {
  const { facts, json = false } = options
  const given = options.today === undefined ? undefined : parseDay('--today', options.today)
  const { from, to, calendar, today, ...compared } =
    facts === undefined
      ? await (await import('./compareInDatabase.js')).compareInDatabase(a, b, given, options.data ?? '.caseclock')
      : await compareFiles(a, b, given ?? londonToday(), facts)
  const { cases, changes, told } = compared
  if (json)
    io.out(
      `${JSON.stringify({ format: 1, from, to, calendar, today: today.toString(), cases, changes, told }, null, 2)}\n`,
    )
  else io.out(comparisonText(compared, `${from} -> ${to}`))
  return EXIT.done
}

async function compareFiles(a: string, b: string, today: ReturnType<typeof londonToday>, facts: readonly string[]) {
  const [from, to] = [await readPolicy(a), await readPolicy(b)]
  const calendar = englandAndWales()
  const comparing = whatDiffers({
    from: { policy: always(from), calendar },
    to: { policy: always(to), calendar },
    today,
  })
  const each = facts.map((file) => {
    const known = knownOn(readFacts(file), today)
    return aboutFile(file, () => comparePolicies(known, comparing))
  })
  return {
    ...{ from: from.id, to: to.id, calendar: calendar.version, today, cases: each.length },
    changes: each.flatMap((one) => one.changes),
    told: each.flatMap((one) => one.told),
  }
}
