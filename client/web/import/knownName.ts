import { SSD_TABLE_NAMES } from '../../../activities/import/ssdTables'

const KNOWN: ReadonlySet<string> = new Set(['manifest.json', ...SSD_TABLE_NAMES.map((table) => `${table}.csv`)])

/** The one name a census is kept under, whatever it was called. */
export const CENSUS = 'census.xml'

/** The name a file is written under: one of the tables of an extract, its manifest, or a census; folders before it count for nothing. Undefined for any other. */
export function knownName(given: string): string | undefined {
  const name = (given.split(/[\\/]/).at(-1) ?? '').trim().toLowerCase()
  if (KNOWN.has(name)) return name
  return name.length > '.xml'.length && name.endsWith('.xml') ? CENSUS : undefined
}
