import type { Found } from '../finding'
import type { CensusElement } from './censusElement'
import type { FindingKind } from '../findingKinds'
import { RecordRejected, type RecordReader } from './recordReader'
import { shown } from '../rowReader'

interface Around {
  /** The file's name. */
  readonly file: string
  readonly element: CensusElement
  /** The lines of the children before it by their ids. */
  readonly seen: ReadonlyMap<string, number>
}

/** The id of a child; null, with a finding, when there is none to take it by. */
export function childIdOf(identifiers: RecordReader, found: Found, { file, element, seen }: Around): string | null {
  const reject = (kind: FindingKind, record: string | null, problem: string): null => {
    const { line } = identifiers.place('LAchildID')
    found({ kind, file, line, record, field: 'LAchildID', problem, taken: 'rejected' })
    return null
  }
  try {
    const id = identifiers.text('LAchildID')
    if (id === '') return reject('missing-value', null, 'The child has no id. Add it upstream; the child was left out.')
    const before = seen.get(id)
    if (before === undefined) return id
    return reject(
      'repeated-id',
      id,
      `Child ${shown(id)} starts on line ${before} and again on line ${element.line}; the first stands. Put them together upstream.`,
    )
  } catch (error) {
    if (!(error instanceof RecordRejected)) throw error
    return reject(error.kind, null, `${error.problem} Give the child one id upstream; the child was left out.`)
  }
}
