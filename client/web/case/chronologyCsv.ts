import { csvText } from '../../files/csvText'
import type { ChronologyLine } from './chronologyLines'

/** A chronology as a file for a spreadsheet: one line per fact, what was put right among them. */
export const chronologyCsv = (lines: readonly ChronologyLine[]): string =>
  csvText(
    ['Day', 'What', 'For', 'Does it stand', 'Details', 'Recorded'],
    lines.map(({ day, title, whose, standing, details, recorded }) => [
      ...[day, title, whose === '' ? 'all children' : whose, standing === '' ? 'yes' : standing],
      details.map(({ label, words }) => `${label}: ${words}`).join('; '),
      recorded,
    ]),
  )
