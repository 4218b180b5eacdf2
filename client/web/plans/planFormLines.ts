import { nextLineId } from '../../../domain/safety-plan/nextLineId'
import { linesOf, type PlanLine } from '../../../domain/safety-plan/linesOf'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import { PLAN_DOMAINS, type PlanDomain } from '../../../domain/safety-plan/planDomains'
import { optional, readAnswer, type Asking, type Form } from './planFormAsking'
import { lineRows } from './planFormSize'
import { textOf } from '../app/formText'

/** Whatever says that a row of the form is meant for something. */
const PARTS = ['domain', 'agency', 'frequency', 'achieve', 'by-day', 'by-month', 'by-year', 'duty'] as const

/** A line of the form, its name, and its row. */
interface Row {
  readonly row: string
  readonly id: string
  readonly domain: string
  readonly line: object
}

/**
 * The lines of a form by domain, and what became of those it leaves out; `places`: the row of each. A line of the version before keeps what it means: with whom, how often and
 * whose part it is come from there. A new one gets the next number that no version has had.
 */
export function readLines(form: Form, asking: Asking, earlier: readonly PlanDocument[]) {
  const standing = new Map(earlier.slice(-1).flatMap((one) => linesOf(one).map((line) => [line.id, line] as const)))
  const used = new Set(earlier.flatMap((one) => linesOf(one).map(({ id }) => id)))
  const rows = Array.from({ length: lineRows(form) }, (_, row) => `line-${String(row)}`)
  const out: { readonly line: string; readonly outcome: string; readonly words: string; readonly row: string }[] = []
  const kept: Row[] = []
  for (const row of rows) {
    const before = standing.get(textOf(form, `${row}-id`))
    const what = `Line ${before?.id ?? String(Number(row.slice(5)) + 1)}`
    if (before !== undefined && textOf(form, `${row}-out`) !== '') {
      const words = asking.need(`${row}-outWords`, `${what}: say what became of it`)
      out.push({ line: before.id, outcome: textOf(form, `${row}-out`), words, row })
    } else if (before !== undefined || PARTS.some((part) => textOf(form, `${row}-${part}`) !== ''))
      kept.push(readLine(form, asking, { row, what, before, used }))
  }
  const of = (domain: PlanDomain) => kept.filter((one) => one.domain === domain)
  return {
    lines: Object.fromEntries(PLAN_DOMAINS.map(({ id }) => [id, of(id).map(({ line }) => line)])),
    leftOut: out.map(({ line, outcome, words }) => ({ line, outcome, words })),
    places: Object.fromEntries(PLAN_DOMAINS.map(({ id }) => [id, of(id).map(({ row }) => row)])),
    leftPlaces: out.map(({ row }) => row),
  }
}

interface About {
  readonly row: string
  readonly what: string
  readonly before: PlanLine | undefined
  /** Names that are taken; a new line's is added. */
  readonly used: Set<string>
}

function readLine(form: Form, { need, day }: Asking, { row, what, before, used }: About): Row {
  const domain = before?.domain ?? need(`${row}-domain`, `${what}: say what it is about`)
  const id = before?.id ?? nextLineId(domain, used)
  used.add(id)
  const means = before ?? {
    agency: need(`${row}-agency`, `${what}: enter with whom`),
    frequency: need(`${row}-frequency`, `${what}: enter how often`),
    duty: need(`${row}-duty`, `${what}: say whose part it is`),
  }
  const smart = readAnswer(form, `${row}-smart`)
  const line = {
    ...{ id, agency: means.agency, frequency: means.frequency, duty: means.duty },
    achieve: need(`${row}-achieve`, `${what}: enter what will be different`),
    by: day(`${row}-by`, `${what}, by when`),
    ...optional({ contactWith: textOf(form, `${row}-contactWith`) }),
    ...(smart === undefined ? {} : { smart }),
  }
  return { row, id, domain, line }
}
