import { agendaOver } from '../../domain/agenda/agendaOver'
import { always } from '../../domain/policy/policySchedule'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { aboutFile } from './aboutFile'
import { readFacts } from './factsFile'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { parseDay } from './parseDay'
import { readPolicy } from './policyFile'
import { textTable } from './textTable'

export interface AgendaOptions {
  readonly facts: string
  readonly from: string
  readonly to: string
  /** A pack in JSON; the built-in one when missing. */
  readonly policy?: string
  readonly json?: boolean
}

/** Ten years: longer is a slip of the pen. */
const MOST_DAYS = 3660

/** `caseclock agenda`: every notice that would be written day by day if nothing else happened. No server, no database. */
export async function runAgenda(options: AgendaOptions, io: Io): Promise<ExitCode> {
  const from = parseDay('--from', options.from)
  const to = parseDay('--to', options.to)
  if (to.isBefore(from))
    throw new CommandFailed(
      EXIT.usage,
      `--to ${options.to} lies before --from ${options.from}. Give the earlier day first.`,
    )
  if (to.toEpochDay() - from.toEpochDay() > MOST_DAYS)
    throw new CommandFailed(
      EXIT.usage,
      `From ${options.from} to ${options.to} is more than ten years. Ask for a shorter time.`,
    )
  const policy = await readPolicy(options.policy)
  const calendar = englandAndWales()
  const facts = readFacts(options.facts)
  const notices = aboutFile(options.facts, () => agendaOver(facts, always(policy), calendar, from, to))
  if (options.json === true) {
    io.out(
      `${JSON.stringify({ format: 1, policy: policy.id, calendar: calendar.version, from: options.from, to: options.to, notices }, null, 2)}\n`,
    )
  } else {
    io.out(
      textTable(
        ['On', 'How', 'To', 'What', 'For', 'Step', 'Due'],
        notices.map((notice) => [
          notice.on,
          notice.lane,
          notice.to,
          notice.rule,
          notice.subject,
          notice.step,
          notice.dueOn,
        ]),
      ),
    )
  }
  return EXIT.done
}
