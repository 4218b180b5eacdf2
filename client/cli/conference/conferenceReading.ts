import { conferenceList } from '../../queries/conferences/conferenceList'
import { conferencePage } from '../../queries/conferences/conferencePage'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { personNamed } from '../personNamed'
import { conferencesText, conferenceText } from './conferenceText'

export interface ReadOptions {
  readonly as: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock conference list REF`. */
export const runConferences = (ref: string, options: ReadOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const reader = await personNamed(db, '--as', options.as)
    const lines = await conferenceList(db, { ref, readerId: reader.id })
    if (lines.length === 0)
      throw new CommandFailed(
        EXIT.usage,
        `No conference is known of case ${ref}, or this person may not open it. \`caseclock case ${ref}\` shows what is due.`,
      )
    io.out(
      options.json === true
        ? `${JSON.stringify({ format: 1, conferences: lines }, null, 2)}\n`
        : conferencesText(lines),
    )
    return EXIT.done
  })

/** `caseclock conference show ID`. */
export const runConference = (id: string, options: ReadOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const reader = await personNamed(db, '--as', options.as)
    const page = await conferencePage(db, { id, readerId: reader.id })
    if (page === undefined)
      throw new CommandFailed(
        EXIT.usage,
        `There is no conference ${id}, or this person may not open its case. \`caseclock conference list REF\` lists those of a case.`,
      )
    io.out(options.json === true ? `${JSON.stringify({ format: 1, ...page }, null, 2)}\n` : conferenceText(page))
    return EXIT.done
  })
