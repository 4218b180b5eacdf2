import { existsSync } from 'node:fs'
import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { ruleBook, type RuleBook } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { always, versionNamed } from '../../domain/policy/policySchedule'
import type { PolicyPack } from '../../domain/policy/policyPack'
import { compareOverCases } from '../queries/compareOverCases'
import { withDatabase } from './connect'
import { CommandFailed, EXIT } from './io'
import { readPolicy } from './policyFile'

/** Compares two packs over every case of the database, with its calendar, on its own day unless another is given. */
export const compareInDatabase = (a: string, b: string, given: LocalDate | undefined, data: string) =>
  withDatabase(data, async (db) => {
    const book = await ruleBook(db)
    const [from, to] = [await packNamed(book, a), await packNamed(book, b)]
    const today = given ?? londonDay((await readClock(db)).now)
    const { calendar } = book
    const compared = await compareOverCases(db, {
      from: { policy: always(from), calendar },
      to: { policy: always(to), calendar },
      today,
    })
    return { from: from.id, to: to.id, calendar: calendar.version, today, ...compared }
  })

/** A pack by the name of an activated version, or in a file. */
async function packNamed({ schedule }: RuleBook, name: string): Promise<PolicyPack> {
  const version = versionNamed(schedule, name)
  if (version !== undefined) return version.pack
  if (existsSync(name)) return readPolicy(name)
  throw new CommandFailed(
    EXIT.usage,
    `${name} is no file, and no version of that name has been activated. There are ${schedule.versions.map(({ pack }) => pack.id).join(', ')}.`,
  )
}
