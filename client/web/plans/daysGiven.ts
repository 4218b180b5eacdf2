import { formDay, isEmptyDay } from '../app/formDay'
import type { Problem } from './caseForm'

type Form = Readonly<Record<string, unknown>>

/** The days of a form, by the name of their boxes: each with what it is called, and whether it may be left out. */
type Wanted<Name extends string> = Readonly<Record<Name, { readonly what: string; readonly optional?: true }>>

export type DaysGiven<Name extends string> =
  | { readonly problems: readonly Problem[] }
  | { readonly days: { readonly [N in Name]?: string }; readonly problems?: undefined }

/** The days of a form as ISO dates, or all that is wrong with them. A day that may be left out and was is missing. */
export function daysGiven<Name extends string>(form: Form, wanted: Wanted<Name>): DaysGiven<Name> {
  const days: Record<string, string> = {}
  const problems: Problem[] = []
  for (const [name, { what, optional }] of Object.entries<Wanted<Name>[Name]>(wanted)) {
    if (optional === true && isEmptyDay(form, name)) continue
    const read = formDay(form, name, what)
    if (read.day === undefined) problems.push({ text: read.problem, href: `#${name}-day` })
    else days[name] = read.day.toString()
  }
  return problems.length > 0 ? { problems } : { days: days as { readonly [N in Name]?: string } }
}
