import type { PlanClock } from './planClocks'

const WORDS: Readonly<Record<PlanClock['clock'], string>> = {
  'written-up': 'Written up',
  'time-offered': 'Time offered',
  goal: 'Line',
  validity: 'Valid until',
  review: 'Review',
}

/** `Line safety-1`, `Review`. */
export const clockWords = ({ clock, line }: Pick<PlanClock, 'clock' | 'line'>): string =>
  line === null ? WORDS[clock] : `${WORDS[clock]} ${line}`

const STATES: Readonly<Record<PlanClock['state'], string>> = {
  upcoming: 'ahead',
  due: 'due today',
  overdue: 'late',
  met: 'done',
  'met-late': 'done late',
  cancelled: 'no longer needed',
  over: 'over',
}

export const stateWords = (state: PlanClock['state']): string => STATES[state]
