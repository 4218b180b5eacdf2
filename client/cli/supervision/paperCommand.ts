import { randomUUID } from 'node:crypto'
import { readClock } from '../../../activities/clock'
import { minutesPage } from '../../papers/minutesPage'
import { packPage } from '../../papers/packPage'
import { noteRead } from '../../commands/supervision/noteRead'
import { minutesOf } from '../../queries/supervision/minutesOf'
import { packOf } from '../../queries/supervision/packOf'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'
import { writeText } from '../writtenFile'

export interface PaperOptions {
  readonly as: string
  readonly out: string
  readonly data: string
}

/** `caseclock supervision paper SESSION pack|minutes`: one page to print, with names, for one reader; that it was made is written down. */
export const runPaper = (sessionId: string, what: string, options: PaperOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    if (what !== 'pack' && what !== 'minutes')
      throw new CommandFailed(EXIT.usage, `${what} is no paper. Either pack or minutes.`)
    const reader = await personNamed(db, '--as', options.as)
    const page = what === 'pack' ? await pack() : await minutes()
    await noteRead(db, {
      what,
      sessionId,
      readerId: reader.id,
      commandId: randomUUID(),
      now: (await readClock(db)).now,
    })
    writeText(options.out, page)
    io.err(
      `The ${what === 'pack' ? 'papers' : 'minutes'} are in ${options.out}. They hold names: keep them as you keep the case.\n`,
    )
    return EXIT.done

    async function pack(): Promise<string> {
      const view = await packOf(db, sessionId, reader.id)
      if ('refused' in view)
        throw new CommandFailed(view.refused === 'not-allowed' ? EXIT.refused : EXIT.usage, view.todo)
      return packPage(view)
    }
    async function minutes(): Promise<string> {
      const view = await minutesOf(db, sessionId, reader.id)
      if ('refused' in view)
        throw new CommandFailed(view.refused === 'not-allowed' ? EXIT.refused : EXIT.usage, view.todo)
      return minutesPage(view)
    }
  })
