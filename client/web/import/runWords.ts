import { SSD_TABLE_NAMES } from '../../../activities/import/ssdTables'
import type { RunState } from '../../../activities/import/run/importRun'
import type { ImportProgress } from '../../queries/importProgress'

/** How far a run is, in words and as part of a whole. */
export interface RunWords {
  readonly state: RunState
  readonly words: string
  readonly done: number
  /** Never less than 1. */
  readonly of: number
}

/** A state as a list of runs has it. */
export const STATES: Readonly<Record<RunState, string>> = {
  reading: 'Reading',
  previewing: 'Looking ahead',
  waiting: 'Waits for a person',
  applying: 'Being brought in',
  done: 'Brought in',
  refused: 'Refused',
  'given-up': 'Given up',
}

export const stateWords = (state: string): string =>
  Object.entries(STATES).find(([known]) => known === state)?.[1] ?? state

/** A run that goes on by itself: its page looks again. */
export const isMoving = (state: RunState): boolean => ['reading', 'previewing', 'applying'].includes(state)

export function runWords({ state, source, read, cases }: ImportProgress): RunWords {
  const { concerned, previewed, applied } = cases
  const children = read['Child'] ?? 0
  const ofCases = (done: number, what: string, of = concerned): RunWords => ({
    ...{ state, words: `${what}: ${String(done)} of ${String(of)} cases`, done },
    of: Math.max(1, of),
  })
  switch (state) {
    case 'reading': {
      if (source === 'census') return { state, words: 'Reading the census', done: 0, of: 1 }
      const tables = Object.keys(read).length
      const all = SSD_TABLE_NAMES.length
      return { state, words: `Reading: ${String(tables)} of ${String(all)} tables`, done: tables, of: all }
    }
    case 'previewing':
      return ofCases(previewed, 'Looking ahead', source === 'census' ? Math.max(children, previewed) : concerned)
    case 'waiting':
      return { state, words: 'Looked ahead at every case. Nothing has been written yet.', done: 1, of: 1 }
    case 'applying':
      return ofCases(applied, 'Bringing in')
    case 'done':
      return { state, words: 'Everything has been brought in.', done: 1, of: 1 }
    case 'refused':
      return { state, words: 'This import was refused. Nothing was brought in.', done: 0, of: 1 }
    case 'given-up':
      return ofCases(applied, 'Given up; what was brought in stays')
  }
}
