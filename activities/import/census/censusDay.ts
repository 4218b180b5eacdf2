import { isoDay } from '../../../domain/calendar/isoDay'

/** `xs:date`, as returns write it: perhaps with a time zone, or as a midnight. */
const FORM = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?)?(?:Z|[+-]\d{2}:\d{2})?$/

/** The civil day a text says, ISO, or undefined when there is no such day. */
export function censusDay(text: string): string | undefined {
  const day = FORM.exec(text)?.[1]
  if (day === undefined) return undefined
  try {
    return isoDay(day).toString()
  } catch {
    return undefined // the caller says which element
  }
}
