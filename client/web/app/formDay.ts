import type { LocalDate } from '@js-joda/core'
import { readDay } from '../../commands/readDay'
import { textOf } from './formText'

type Form = Readonly<Record<string, unknown>>

/** The three boxes of a day as a form has them: `on-day`, `on-month`, `on-year`. What was typed, to show it again. */
export interface DayBoxes {
  readonly day: string
  readonly month: string
  readonly year: string
}

const typed = (form: Form, name: string): string => textOf(form, name).slice(0, 20)

export const dayBoxes = (form: Form, name: string): DayBoxes => ({
  day: typed(form, `${name}-day`),
  month: typed(form, `${name}-month`),
  year: typed(form, `${name}-year`),
})

/** The boxes of a day that is known. */
export const boxesOf = (day: LocalDate): DayBoxes => ({
  day: String(day.dayOfMonth()),
  month: String(day.monthValue()),
  year: String(day.year()),
})

export type FormDay =
  { readonly day: LocalDate; readonly problem?: undefined } | { readonly day: undefined; readonly problem: string }

/** The day of a form, or what is wrong with it in words that begin with `what`: "The day it happened". An empty one is a problem too: whoever may leave it out asks `isEmptyDay` first. */
export function formDay(form: Form, name: string, what: string): FormDay {
  const { day, month, year } = dayBoxes(form, name)
  if (day === '' && month === '' && year === '')
    return { day: undefined, problem: `${what}: enter a day, like 27 3 2026` }
  const numbers = [day, month, year].every((part) => /^\d{1,4}$/.test(part))
  const read =
    numbers && year.length === 4 ? readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : undefined
  return read === undefined ? { day: undefined, problem: `${what} must be a real day, like 27 3 2026` } : { day: read }
}

export const isEmptyDay = (form: Form, name: string): boolean =>
  Object.values(dayBoxes(form, name)).every((part: string) => part === '')
