import type { Finding } from '../finding'
import type { ImportedEvent } from '../imported'
import type { Chain, Recorded } from './recorded'
import { contradiction } from './sameFact'

/** Findings about facts, not about cells: the file is the record's table. */
const about = (record: string, line: number | null, rest: Pick<Finding, 'kind' | 'field' | 'problem'>): Finding => {
  const at = record.indexOf('/')
  return { file: `${record.slice(0, at)}.csv`, line, record: record.slice(at + 1), taken: 'warning', ...rest }
}

const day = ({ last }: Chain): string => `${last.kind} of ${last.on}`

/** The extract says one thing and a person another. Nothing is overwritten. */
export function disagreement(
  row: ImportedEvent | { readonly record: string; readonly kind: string },
  chain: Chain,
  line: number | null,
): Finding {
  if (!('source' in row)) {
    const problem = `A person recorded ${day(chain)}, and the extract no longer says so. What the person recorded stands; find out which is true.`
    return about(row.record, line, { kind: 'disagrees', field: null, problem })
  }
  const record = row.source.record
  if (!chain.stands) {
    const problem = `The extract says ${row.kind} of ${row.on}, and a person took that back. It stays taken back; find out which is true.`
    return about(record, line, { kind: 'disagrees', field: null, problem })
  }
  const field = contradiction(row.data, chain.last.data)
  const what =
    row.on !== chain.last.on
      ? `The extract says ${row.kind} of ${row.on}, a person recorded ${chain.last.on}`
      : `The extract and a person differ on ${field ?? 'the children'} of ${row.kind} of ${row.on}`
  return about(record, line, {
    kind: 'disagrees',
    field: null,
    problem: `${what}. What the person recorded stands; find out which is true.`,
  })
}

/** A record that was there and is not any more. Its facts stay until a person takes them back. */
export const gone = (record: string, chain: Chain): Finding =>
  about(record, null, {
    kind: 'vanished',
    field: null,
    problem: `The record is gone upstream; it said ${day(chain)}. Its facts were kept. If it was wrong, take them back here.`,
  })

/** A record that tells of a child of another case now. */
export const movedAway = (record: string, chain: Chain): Finding =>
  about(record, null, {
    kind: 'moved-record',
    field: null,
    problem: `The record belongs to a child of another case now; ${day(chain)} was taken back here and stands there. Check that the other child is the right one.`,
  })

/** The live extract says another day than a census did. It wins. */
export const otherThanCensus = (row: ImportedEvent, told: Recorded, line: number | null): Finding =>
  about(row.source.record, line, {
    kind: 'sources-disagree',
    field: null,
    problem: `The live extract says ${row.kind} of ${row.on}, the census ${told.on}. The live extract stands; check which is right, and correct the other.`,
  })

/** A census says another day than the live extract that has taken its fact over. */
export const otherThanExtract = (said: ImportedEvent, live: Recorded): Finding =>
  about(said.source.record, null, {
    kind: 'sources-disagree',
    field: null,
    problem: `The census says ${said.kind} of ${said.on}, the live extract ${live.on}. The live extract stands; check which is right, and correct the other.`,
  })
