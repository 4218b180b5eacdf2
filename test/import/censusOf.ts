import type { Finding } from '../../activities/import/finding'
import { checkCensus, type CheckedCensus } from '../../activities/import/census/checkCensus'
import { readCensus } from '../../activities/import/census/readCensus'
import type { CensusFamily } from '../../activities/import/census/censusFamily'

export interface WholeCensus {
  readonly census: CheckedCensus
  readonly families: readonly CensusFamily[]
  readonly read: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

/** A census read whole, for looking at. */
export async function censusOf(file: string): Promise<WholeCensus> {
  const census = await checkCensus(file)
  const read: Record<string, number> = {}
  const findings: Finding[] = []
  const families: CensusFamily[] = []
  for await (const family of readCensus(census, { read, found: (finding) => void findings.push(finding) }))
    families.push(family)
  return { census, families, read, findings }
}
