import type { ImportedChild } from '../imported'

/** A child as the database keeps it. A census gives no names. */
export const childRow = (caseId: string, child: ImportedChild) => ({
  id: child.id,
  case_id: caseId,
  source_id: child.sourceId,
  forename: child.forename ?? '',
  surname: child.surname ?? '',
  born_on: child.bornOn,
  expected_on: child.expectedOn,
})
