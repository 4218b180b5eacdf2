import type { Comparison } from '../../domain/policy/comparePolicies'
import { textTable } from './textTable'

interface Compared extends Comparison {
  /** How many cases were looked at. */
  readonly cases: number
}

/** What a comparison found, to read. `what`: `england-family-safeguarding@1 -> north-county@2`. */
export function comparisonText({ changes, told, cases }: Compared, what: string): string {
  const count = (wanted: string): string => String(changes.filter(({ change }) => change === wanted).length)
  const summary = `${what}, ${String(cases)} ${cases === 1 ? 'case' : 'cases'}: ${count('appears')} appear, ${count('vanishes')} vanish, ${count('moves')} move; ${String(told.length)} told on day one\n`
  const changed = textTable(
    ['Case', 'Rule', 'For', 'Change', 'From', 'To'],
    changes.map((one) => [one.case, one.rule, one.subject, one.change, one.from ?? '', one.to ?? '']),
  )
  const tells = textTable(
    ['Case', 'Told', 'How', 'Rule', 'For', 'Step', 'Due'],
    told.map((one) => [one.case, one.to, one.lane, one.rule, one.subject, one.step, one.dueOn]),
  )
  return [summary, changes.length > 0 ? `\n${changed}` : '', told.length > 0 ? `\n${tells}` : ''].join('')
}
