import type { DayBoxes } from '../app/formDay'

/** The boxes of a day as they were typed. */
export const boxesTyped = (typed: Readonly<Record<string, string>>, name: string): DayBoxes => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
})
