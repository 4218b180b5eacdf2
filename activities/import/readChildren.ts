import type { Found } from './finding'
import type { ImportedChild } from './imported'
import { childId } from './mapping/mapContext'
import { readTable, type SsdRow } from './readTable'
import { aboutRow, civilDay, shown } from './rowReader'

export interface ReadChild {
  readonly row: SsdRow
  readonly child: ImportedChild
}

/** A name that a spreadsheet would run as a formula. */
const FORMULA = /^[=+@\t]|^-\S*\(/

/** The children of an extract by upstream id. A child is never left out for a date that cannot be read: that date is not known, with a finding. */
export async function readChildren(
  folder: string,
  asAt: string,
  found: Found,
): Promise<ReadonlyMap<string, ReadChild>> {
  const children = new Map<string, ReadChild>()
  for await (const row of readTable(folder, 'ssd_person', found)) {
    const warn = (field: string, problem: string): void => found(aboutRow(row, field, problem, 'warning'))
    const dayOf = (field: string, latest?: string): string | null => {
      const text = row.values[field] ?? ''
      const day = civilDay(text)
      if (text === '' || (day !== undefined && (latest === undefined || day <= latest))) return day ?? null
      const why =
        day === undefined
          ? 'is not a day that exists, written like 2026-03-02'
          : `lies after ${asAt}, the day of the extract`
      warn(field, `${shown(text)} ${why}. The child was taken, the day counts as not known.`)
      return null
    }
    const bornOn = dayOf('pers_dob', asAt)
    const expectedOn = bornOn === null ? dayOf('pers_expected_dob') : null
    if ((row.values['pers_dob'] ?? '') === '' && (row.values['pers_expected_dob'] ?? '') === '') {
      warn(
        'pers_dob',
        'There is neither a date of birth nor an expected one. The child was taken; add the date upstream.',
      )
    }
    for (const field of ['pers_forename', 'pers_surname']) {
      const name = row.values[field] ?? ''
      if (FORMULA.test(name))
        warn(field, `${shown(name)} would run as a spreadsheet formula. The child was taken, the name kept as text.`)
    }
    children.set(row.id, {
      row,
      child: {
        id: childId(row.id),
        sourceId: row.id,
        forename: row.values['pers_forename'] ?? '',
        surname: row.values['pers_surname'] ?? '',
        bornOn,
        expectedOn,
        diedOn: dayOf('pers_death_date', asAt),
      },
    })
  }
  return children
}
