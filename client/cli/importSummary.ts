import type { SsdExtract } from '../../activities/import/ssdExtract'
import type { Io } from './io'
import { textTable } from './textTable'

/** What an extract holds, as contracts.md 6 prints it, or to read. */
export function importSummary({ teams, people, families, read, findings }: SsdExtract, json: boolean, io: Io): void {
  const events: Record<string, number> = {}
  for (const { kind } of families.flatMap((family) => family.events)) events[kind] = (events[kind] ?? 0) + 1
  const summary = {
    format: 1,
    source: 'ssd',
    read,
    cases: families.length,
    openCases: families.filter(({ open }) => open).length,
    children: families.reduce((sum, family) => sum + family.children.length, 0),
    people: people.length,
    teams: teams.length,
    events: Object.fromEntries(Object.entries(events).sort(([a], [b]) => (a < b ? -1 : 1))),
    findings,
  }
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
  if (findings.length === 0) io.out('Nothing to find fault with.\n')
  else
    io.out(
      textTable(
        ['File', 'Line', 'Field', 'Taken', 'What'],
        findings.map((one) => [one.file, String(one.line ?? ''), one.field ?? '', one.taken, one.problem]),
      ),
    )
}
