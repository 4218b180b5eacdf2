import { recordBounce, type BounceRecorded } from '../commands/recordBounce'
import { readBounce } from '../undelivered/readBounce'
import { withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { readBounded } from './readBounded'

export interface BouncedOptions {
  readonly json?: boolean
  readonly data: string
}

/** A report holds its own words, the status, and at most the mail it returns; ours are far smaller. */
const MOST_BYTES = 5 * 1024 * 1024

/** `caseclock bounced FILE|-`: a mail system hands over a delivery status notification. */
export async function runBounced(file: string, { json = false, data }: BouncedOptions, io: Io): Promise<ExitCode> {
  const report = await readBounce(await readBounded(file, MOST_BYTES))
  if ('unreadable' in report) throw new CommandFailed(EXIT.usage, report.unreadable)
  return withProcesses(data, io.err, async (deps) => {
    const answer = await recordBounce(deps, report)
    if ('refused' in answer)
      throw new CommandFailed(answer.refused === 'still-on-its-way' ? EXIT.away : EXIT.usage, answer.todo)
    io.out(json ? `${JSON.stringify({ format: 1, ...answer }, null, 2)}\n` : `${WORDS[answer.bounce]}\n`)
    return EXIT.done
  })
}

const WORDS: Readonly<Record<BounceRecorded['bounce'], string>> = {
  recorded: 'The mail did not arrive. It is a task now: caseclock undelivered',
  known: 'That this mail came back is known. Nothing was added.',
  delayed: 'The mail is late and still on its way: no bounce. Nothing was recorded.',
  arrived: 'The mail arrived, says the report. Nothing was recorded.',
}
