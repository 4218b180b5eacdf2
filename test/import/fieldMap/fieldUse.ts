import type { SsdTable } from '../../../activities/import/ssdTables'
import type { Column, Effect } from './effect'

/** Cells set beforehand, by table and record, where two fields play together. */
export type Given = {
  readonly [T in SsdTable]?: Readonly<Record<string, Readonly<Partial<Record<Column<T>, string>>>>>
}

/** One field of one row of the example set to another value, and everything that must differ then: no more, no less. */
export interface Proof {
  /** The record; the table's first one when it is not named. */
  readonly row?: string
  readonly to: string
  readonly given?: Given
  readonly changes: readonly Effect[]
}

export type FieldUse =
  | { readonly makes: string; readonly proofs: readonly Proof[] }
  | { readonly notUsed: string; readonly values: readonly string[] }

/** What becomes of each field of a table: one entry for each column of the standard. */
export type TableUse<T extends SsdTable> = Readonly<Record<Column<T>, FieldUse>>

/** A field that becomes something, in words a data officer knows, and the proofs. */
export const used = (makes: string, ...proofs: readonly [Proof, ...Proof[]]): FieldUse => ({ makes, proofs })

/** A field that becomes nothing, why, and values that must change nothing in any row of the example. */
export const notUsed = (why: string, ...values: readonly [string, ...string[]]): FieldUse => ({ notUsed: why, values })

/** A yes/no field that becomes nothing. */
export const flagNotUsed = (why: string): FieldUse => notUsed(why, 'Y', 'N')

/** An outcome field that becomes nothing, whichever flags are set. */
export const outcomeNotUsed = (why: string, flag: string): FieldUse =>
  notUsed(why, JSON.stringify({ [flag]: 'Y' }), JSON.stringify({ NFA_FLAG: 'Y', [flag]: 'N' }))
