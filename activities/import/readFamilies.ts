import type { Found } from './finding'
import type { ReadChild } from './readChildren'
import { readTable } from './readTable'
import { aboutRow } from './rowReader'

export interface Families {
  /** Family by child. */
  readonly familyOf: ReadonlyMap<string, string>
  /** Rows taken. */
  readonly taken: number
}

/** Which child belongs to which family. A child of two families stays in the first; one of none is a case of its own. Both are findings. */
export async function readFamilies(
  folder: string,
  children: ReadonlyMap<string, ReadChild>,
  found: Found,
): Promise<Families> {
  const familyOf = new Map<string, string>()
  let taken = 0
  for await (const row of readTable(folder, 'ssd_family', found)) {
    const family = row.values['fami_family_id'] ?? ''
    const child = row.values['fami_person_id'] ?? ''
    if (family === '') {
      found(
        aboutRow(row, 'fami_family_id', 'The family id is missing. Add it upstream; the row was left out.', 'rejected'),
      )
    } else if (!children.has(child)) {
      const problem = `Child ${child} is not in ssd_person.csv. Correct it upstream; the row was left out.`
      found(aboutRow(row, 'fami_person_id', problem, 'rejected'))
    } else {
      taken += 1
      const first = familyOf.get(child) ?? family
      familyOf.set(child, first)
      if (first !== family) {
        const problem = `Child ${child} is in family ${first} and in family ${family}; the first stands, the families are not merged.`
        found(aboutRow(row, 'fami_family_id', problem, 'warning'))
      }
    }
  }
  for (const [id, { row }] of children) {
    if (familyOf.has(id)) continue
    const problem = `Child ${id} is in no family of ssd_family.csv and becomes a case of its own.`
    found(aboutRow(row, 'pers_person_id', problem, 'warning'))
  }
  return { familyOf, taken }
}
