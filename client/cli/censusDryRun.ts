import { checkCensus } from '../../activities/import/census/checkCensus'
import { readCensus } from '../../activities/import/census/readCensus'
import { ExtractRefused, type Finding } from '../../activities/import/finding'
import { printSummary } from './importSummary'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

export interface CensusDryRunOptions {
  /** The XML file. */
  readonly census: string
  readonly json: boolean
}

/** `caseclock import --census --dry-run`: what would be taken, and what could not be. Needs no database, writes nothing. */
export async function runCensusDryRun({ census, json }: CensusDryRunOptions, io: Io): Promise<ExitCode> {
  const read: Record<string, number> = {}
  const events: Record<string, number> = {}
  const findings: Finding[] = []
  let cases = 0
  let openCases = 0
  try {
    const checked = await checkCensus(census)
    for await (const family of readCensus(checked, { read, found: (finding) => void findings.push(finding) })) {
      cases += 1
      openCases += family.open ? 1 : 0
      for (const { kind } of family.events) events[kind] = (events[kind] ?? 0) + 1
    }
  } catch (error) {
    throw error instanceof ExtractRefused ? new CommandFailed(EXIT.usage, error.message) : error
  }
  const nobody = { people: 0, teams: 0 }
  printSummary({ source: 'census', read, cases, openCases, children: cases, ...nobody, events, findings }, json, io)
  return findings.length > 0 ? EXIT.problems : EXIT.done
}
