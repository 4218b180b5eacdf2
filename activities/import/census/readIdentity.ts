import type { ImportedChild } from '../imported'
import { childId } from '../mapping/mapContext'
import { within, type CensusElement } from './censusElement'
import type { ChildReading } from './childReading'
import { dayIn, recordReader, RecordRejected, type RecordReader } from './recordReader'

/** The identifiers of a child, wherever they stand in it. */
export const identifiersOf = (child: CensusElement, asAt: string): RecordReader =>
  recordReader(
    { ...child, children: within(child, 'ChildIdentifiers').flatMap((identifiers) => identifiers.children) },
    asAt,
  )

/** A child of a census. It is never left out for a date that cannot be read: that date is not known, with a finding. */
export function readIdentity(sourceId: string, identifiers: RecordReader, { asAt, warn }: ChildReading): ImportedChild {
  const dayOf = (field: string, limits: { readonly latest: string; readonly start?: string }): string | null => {
    const place = identifiers.place(field)
    try {
      const text = identifiers.text(field)
      return text === '' ? null : dayIn(text, place, limits)
    } catch (error) {
      if (!(error instanceof RecordRejected)) throw error
      warn(error.kind, place, `${error.problem} The child was taken, the day counts as not known. Correct it upstream.`)
      return null
    }
  }
  const bornOn = dayOf('PersonBirthDate', { latest: asAt })
  // A birth that is expected lies ahead.
  const expectedOn = bornOn === null ? dayOf('ExpectedPersonBirthDate', { latest: '9999-12-31' }) : null
  if (identifiers.isMissing('PersonBirthDate') && identifiers.isMissing('ExpectedPersonBirthDate'))
    warn(
      'no-birth-date',
      identifiers.place('PersonBirthDate'),
      'There is neither a date of birth nor an expected one. The child was taken; add the date upstream.',
    )
  return {
    id: childId(sourceId),
    sourceId,
    forename: null,
    surname: null,
    bornOn,
    expectedOn,
    diedOn: dayOf('PersonDeathDate', { latest: asAt, ...(bornOn === null ? {} : { start: bornOn }) }),
  }
}
