import type { Found } from './finding'
import { isFormula } from './formula'
import type { ImportedChild } from './imported'
import { childId } from './mapping/mapContext'
import type { SsdRow } from './ssdRow'
import { civilDay, shown, warning } from './rowReader'

export interface ReadChild {
  readonly row: SsdRow
  readonly child: ImportedChild
}

/** A child of an extract. It is never left out for a date that cannot be read: that date is not known, with a finding. */
export function readChild(row: SsdRow, asAt: string, found: Found): ReadChild {
  const dayOf = (field: string, latest?: string): string | null => {
    const text = row.values[field] ?? ''
    const day = civilDay(text)
    if (text === '' || (day !== undefined && (latest === undefined || day <= latest))) return day ?? null
    const [kind, why] =
      day === undefined
        ? (['not-a-day', 'is not a day that exists, written like 2026-03-02'] as const)
        : (['future-day', `lies after ${asAt}, the day of the extract`] as const)
    found(warning(row, kind, field, `${shown(text)} ${why}. The child was taken, the day counts as not known.`))
    return null
  }
  const bornOn = dayOf('pers_dob', asAt)
  const expectedOn = bornOn === null ? dayOf('pers_expected_dob') : null
  if ((row.values['pers_dob'] ?? '') === '' && (row.values['pers_expected_dob'] ?? '') === '') {
    const problem = 'There is neither a date of birth nor an expected one. The child was taken; add the date upstream.'
    found(warning(row, 'no-birth-date', 'pers_dob', problem))
  }
  for (const field of ['pers_forename', 'pers_surname']) {
    const name = row.values[field] ?? ''
    if (!isFormula(name)) continue
    const problem = `${shown(name)} would run as a spreadsheet formula. The child was taken, the name kept as text.`
    found(warning(row, 'formula', field, problem))
  }
  return {
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
  }
}
