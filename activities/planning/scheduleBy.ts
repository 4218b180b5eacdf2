import type { LocalDate } from '@js-joda/core'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import type { PolicyPack } from '../../domain/policy/policyPack'
import { always, withVersion, type PolicySchedule } from '../../domain/policy/policySchedule'
import { govukDate } from '../../domain/timeline/govukDate'
import { RulesUnreadable } from './rulesUnreadable'
import type { StoredVersion } from './storedVersions'

/**
 * The schedule of all versions that this program can read, over the built-in pack. One it cannot read is left out while its day lies ahead of `day`.
 * In force by then, its time is that of the version that took its place, written to say the same in words this program knows: what ended under it
 * keeps its dates. Throws `RulesUnreadable` where none did: some cases would silently follow other rules.
 */
export function scheduleBy(versions: readonly StoredVersion[], day: LocalDate): PolicySchedule {
  return versions.reduce((schedule, version, place) => {
    const { from, appliesToOpenWork, read } = version
    if ('pack' in read) return withVersion(schedule, { pack: read.pack, from, appliesToOpenWork })
    if (from.isAfter(day)) return schedule
    const pack = inItsPlace(version, versions.slice(place + 1), day)
    if (pack === undefined) throw unreadable(version, read.problem)
    return withVersion(schedule, { pack, from, appliesToOpenWork })
  }, always(englandFamilySafeguarding1))
}

/** The rules that everything follows which followed an earlier version: of the same day, or for open work too. */
function inItsPlace(version: StoredVersion, later: readonly StoredVersion[], day: LocalDate): PolicyPack | undefined {
  for (const { from, appliesToOpenWork, read } of later) {
    if (from.isAfter(day)) return undefined
    const replaces = appliesToOpenWork || (from.equals(version.from) && !version.appliesToOpenWork)
    if (replaces && 'pack' in read) return read.pack
  }
  return undefined
}

const unreadable = ({ name, from }: StoredVersion, problem: string): RulesUnreadable =>
  new RulesUnreadable(
    `The rules ${name}, in force from ${govukDate(from)}, cannot be read by this version of Caseclock (${problem}). Start the version that activated them, or activate rules in their place from today, with --open-work.`,
  )
