import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { RulesUnreadable } from '../../activities/planning/rulesUnreadable'
import { londonDay } from '../../domain/calendar/london'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Database } from '../../prisma/database'
import { activatePolicy } from '../commands/activatePolicy'
import { approvalProblem } from '../commands/approvalProblem'
import { versionProblem, type NewVersion } from '../commands/versionProblem'
import { compareVersion, type LookedAhead } from '../queries/compareVersion'
import { comparisonText } from './comparisonText'
import { withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { parseDay } from './parseDay'
import { personNamed } from './personNamed'
import { BUILT_IN, checkPolicyFile, problemText } from './policyFile'
import { refuseEarly } from './refuseEarly'
import { refusedAs } from './refusedAs'

export interface PolicyActivateOptions {
  readonly from: string
  readonly openWork?: boolean
  /** Who acts; without a name it only looks ahead. */
  readonly as?: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock policy activate FILE --from DATE`: what a version would change on its first day; with --as it comes into force. */
export async function runPolicyActivate(file: string, options: PolicyActivateOptions, io: Io): Promise<ExitCode> {
  const { as, openWork = false, commandId = randomUUID(), json = false, data } = options
  const from = parseDay('--from', options.from)
  const version: NewVersion = { ...(await readVersion(file)), from, appliesToOpenWork: openWork }
  return withProcesses(data, io.err, async (deps) => {
    const actor = as === undefined ? undefined : await personNamed(deps.db, '--as', as)
    const today = londonDay((await readClock(deps.db)).now)
    await refuseEarly(deps.db, {
      ...{ actor, commandId, day: today, what: 'put rules into force' },
      problem: async () => approvalProblem(version, today) ?? (await versionProblem(deps.db, version, today)),
    })
    const { before, compared } = await lookAhead(deps.db, version, io)
    let done: 'looked-ahead' | 'activated' | 'activated-before' = 'looked-ahead'
    if (actor !== undefined) {
      const concerned = from.isAfter(today) ? [] : compared.concerned
      const answer = await activatePolicy(deps, { ...version, actorId: actor.id, commandId, concerned })
      if ('refused' in answer) throw refusedAs(answer)
      done = answer.repeated ? 'activated-before' : 'activated'
    }
    const { cases, changes, told } = compared
    const name = version.pack.id
    if (json)
      io.out(
        `${JSON.stringify({ format: 1, policy: name, from: from.toString(), openWork, done, cases, changes, told }, null, 2)}\n`,
      )
    else {
      io.out(`On ${govukDate(from)}: ${comparisonText(compared, `${before} -> ${name}`)}\n`)
      io.out(WHAT_NEXT[done]({ name, file, from, openWork, startsToday: from.equals(today) }))
    }
    return EXIT.done
  })
}

/** What stands in a file, or the built-in pack, which may come back after a council's own. */
async function readVersion(file: string): Promise<Pick<NewVersion, 'pack' | 'overlay'>> {
  if (file === BUILT_IN) return { pack: englandFamilySafeguarding1, overlay: null }
  const { pack, overlay, problems } = await checkPolicyFile(file)
  if (pack !== null) return { pack, overlay }
  const all = problems.map((problem) => problemText(file, problem)).join('\n')
  throw new CommandFailed(EXIT.usage, `${all}\nNothing was activated.`)
}

const NOT_COMPARED: LookedAhead = { before: '(not read)', compared: { cases: 0, changes: [], told: [], concerned: [] } }

/** What stands on that day and cannot be read is warned of: this version may be its cure. */
async function lookAhead(db: Database, version: NewVersion, io: Io): Promise<LookedAhead> {
  const looked = await compareVersion(db, version).catch((error: unknown) => {
    if (!(error instanceof RulesUnreadable)) throw error
    io.err(`caseclock: ${error.message} Nothing could be compared.\n`)
  })
  return looked ?? NOT_COMPARED
}

interface Said {
  readonly name: string
  readonly file: string
  readonly from: LocalDate
  readonly openWork: boolean
  readonly startsToday: boolean
}

const WHAT_NEXT = {
  'looked-ahead': ({ name, file, from, openWork }: Said): string =>
    `Nothing has been written. ${name} would be followed by ${whatFollows(openWork)}.\nPut it into force: caseclock policy activate ${file} --from ${from.toString()}${openWork ? ' --open-work' : ''} --as YOU\n`,
  activated: ({ name, from, openWork, startsToday }: Said): string =>
    `${name} is in force from ${govukDate(from)}, for ${whatFollows(openWork)}. ${startsToday ? 'The cases above are planned again at once, all others within minutes.' : 'Every case is planned again on that day.'}\n`,
  'activated-before': ({ name, from }: Said): string =>
    `${name} had been activated from ${govukDate(from)} before; nothing was added.\n`,
} as const

const whatFollows = (openWork: boolean): string =>
  openWork
    ? 'what is triggered from that day on, and by what is open on it'
    : 'what is triggered from that day on; what is open on it keeps its date'
