import { readClock } from '../../activities/clock'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { longView } from '../../domain/longview/longView'
import { longViewSvg } from '../../domain/longview/longViewSvg'
import { factsOfCase } from '../queries/factsOfCase'
import { withDatabase } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

/** `caseclock case REF --svg`: the long view of a case on standard output, as it stands today. No child's name. */
export const runCasePicture = (ref: string, dataFolder: string, io: Io): Promise<ExitCode> =>
  withDatabase(dataFolder, async (db) => {
    const facts = await factsOfCase(db, ref)
    if (facts === undefined)
      throw new CommandFailed(EXIT.usage, `There is no case ${ref}. \`caseclock due\` lists references.`)
    const today = londonDay((await readClock(db)).now)
    const { policy, calendar } = await rulesInForce()(db, today)
    io.out(longViewSvg(longView(facts, policy, calendar, today)))
    return EXIT.done
  })
