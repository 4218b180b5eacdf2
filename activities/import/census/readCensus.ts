import path from 'node:path'
import { censusChildren } from './censusChildren'
import { censusFamily, type CensusFamily, type FamilyReading } from './censusFamily'
import type { CheckedCensus } from './checkCensus'

/** The elements that are counted, each a record of its own. */
const RECORDS = [
  'Child',
  'CINdetails',
  'Assessments',
  'CINPlanDates',
  'Section47',
  'ChildProtectionPlans',
  'CPPreviewDate',
]

/**
 * What a census that was checked says, one child at a time and in the file's order. What cannot be taken is a finding; `read` is filled. Memory
 * stays flat but for the ids of the children. Throws ExtractRefused when the file changed, before the first child or after the last.
 */
export async function* readCensus(
  census: CheckedCensus,
  { read, found }: Pick<FamilyReading, 'read' | 'found'>,
): AsyncGenerator<CensusFamily> {
  for (const name of RECORDS) read[name] = 0
  const reading = { file: path.basename(census.file), asAt: census.header.referenceDate, read, found }
  for await (const child of censusChildren(census, found)) yield censusFamily(child, reading)
}
