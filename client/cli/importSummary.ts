import type { Finding } from '../../activities/import/finding'
import type { Io } from './io'
import { findingsReport } from './findingsReport'
import { textTable } from './textTable'

/** What a source holds, counted. */
export interface ImportSummary {
  readonly source: 'ssd' | 'census'
  readonly read: Readonly<Record<string, number>>
  readonly cases: number
  readonly openCases: number
  readonly children: number
  readonly people: number
  readonly teams: number
  readonly events: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

/** Prints what was counted, as contracts.md 6 has it, or to read. */
export function printSummary(counted: ImportSummary, json: boolean, io: Io): void {
  const { findings } = counted
  const events = Object.fromEntries(Object.entries(counted.events).sort(([a], [b]) => (a < b ? -1 : 1)))
  const summary = { format: 1, ...counted, events }
  if (json) {
    io.out(`${JSON.stringify(summary, null, 2)}\n`)
    return
  }
  io.out(
    `${String(summary.cases)} cases (${String(summary.openCases)} open), ${String(summary.children)} children, ${String(summary.people)} people, ${String(summary.teams)} teams\n`,
  )
  io.out(
    textTable(
      ['Event', 'How many'],
      Object.entries(summary.events).map(([kind, count]) => [kind, String(count)]),
    ),
  )
  io.out(`\n${findingsReport(findings)}`)
}
