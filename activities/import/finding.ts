import type { FindingKind } from './findingKinds'

/** What was found in a row, or about a file. `line` is the physical line where the record starts; the header is line 1. */
export interface Finding {
  readonly kind: FindingKind
  readonly file: string
  readonly line: number | null
  readonly record: string | null
  readonly field: string | null
  readonly problem: string
  readonly taken: 'rejected' | 'warning' | 'file-rejected'
}

/** Where findings go. */
export type Found = (finding: Finding) => void

/** A folder or file nothing can be taken from. The message says which, why, and what to do. */
export class ExtractRefused extends Error {
  override readonly name = 'ExtractRefused'
}
