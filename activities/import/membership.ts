import type { Found } from './finding'
import type { SsdRow } from './ssdRow'
import { aboutRow, warning, shown } from './rowReader'

export interface Membership {
  /** Family by child; `child-<id>` for a child in none. */
  readonly familyOf: ReadonlyMap<string, string>
  /** Rows of ssd_family that were taken. */
  readonly taken: number
}

/** Which child belongs to which family. A child of two families stays in the first; one of none is a case of its own. Both are findings. */
export function membership(people: ReadonlyMap<string, SsdRow>, families: readonly SsdRow[], found: Found): Membership {
  const familyOf = new Map<string, string>()
  let taken = 0
  for (const row of families) {
    const family = row.values['fami_family_id'] ?? ''
    const child = row.values['fami_person_id'] ?? ''
    if (family === '') {
      const problem = 'The family id is missing. Add it upstream; the row was left out.'
      found(aboutRow(row, { kind: 'missing-value', field: 'fami_family_id', problem, taken: 'rejected' }))
    } else if (!people.has(child)) {
      const problem = `Child ${shown(child)} is not in ssd_person.csv. Correct it upstream; the row was left out.`
      found(aboutRow(row, { kind: 'unknown-record', field: 'fami_person_id', problem, taken: 'rejected' }))
    } else {
      taken += 1
      const first = familyOf.get(child) ?? family
      familyOf.set(child, first)
      if (first !== family) {
        const problem = `Child ${shown(child)} is in family ${shown(first)} and in family ${shown(family)}; the first stands, the families are not merged.`
        found(warning(row, 'two-families', 'fami_family_id', problem))
      }
    }
  }
  for (const [id, row] of people) {
    if (familyOf.has(id)) continue
    familyOf.set(id, `child-${id}`)
    const problem = `Child ${shown(id)} is in no family of ssd_family.csv and becomes a case of its own.`
    found(warning(row, 'no-family', 'pers_person_id', problem))
  }
  return { familyOf, taken }
}
