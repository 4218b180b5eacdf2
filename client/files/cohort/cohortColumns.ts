import { MARKERS } from '../../../domain/cohort/markers'

/** The columns of contracts.md 5. */
export const REQUIRED = ['cohort', 'child', 'index_date', 'prior_cpp', 'cpp_dates', 'outcome'] as const

/** What `--rows` writes beside them, and a file may hold: where it is missing every child was followed for as long as is asked. */
export const BESIDE = ['case', 'anchor', 'windows_from', 'followed_to', 'not_followed'] as const

export const COLUMNS = [...REQUIRED, ...BESIDE, ...MARKERS] as const

export type Column = (typeof COLUMNS)[number]

/** Not one of the answers, and written out: an empty cell is refused as forgotten. */
export const NOT_KNOWN = 'not-known'
export const NOT_RECORDED = 'not-recorded'
