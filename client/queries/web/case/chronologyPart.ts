import type { Database } from '../../../../prisma/database'
import { rowsOf } from '../../../../prisma/rowsOf'
import { chronologyOf, kindsOf, type ChronologyRow, type ChronologyWanted } from './caseChronology'
import { childrenQuestion, type CaseChild } from './caseHead'

/** A chronology with all it can be looked through by. */
export interface CaseChronology {
  readonly rows: readonly ChronologyRow[]
  /** How many lines fit what is asked for. */
  readonly count: number
  readonly kinds: readonly { readonly kind: string; readonly count: number }[]
  readonly children: readonly CaseChild[]
}

interface Rows {
  readonly chronology: ChronologyRow
  readonly chronologyCount: { readonly count: number }
  readonly kinds: CaseChronology['kinds'][number]
  readonly children: CaseChild
}

/** A part of the chronology of a case, in one round trip. Whether the reader may read the case was asked before. */
export async function caseChronology(db: Database, wanted: ChronologyWanted): Promise<CaseChronology> {
  const { chronology, chronologyCount, kinds, children } = await rowsOf<Rows>(db, {
    ...chronologyOf(wanted),
    kinds: kindsOf(wanted.caseId),
    children: childrenQuestion(wanted.caseId),
  })
  return { rows: chronology, count: chronologyCount[0]?.count ?? 0, kinds, children }
}
