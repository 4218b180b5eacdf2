import { ExtractRefused } from '../../activities/import/finding'
import type { ImportedFamily } from '../../activities/import/imported'
import { eachFamily, type ExtractAround } from '../../activities/import/ssdExtract'
import { printSummary } from './importSummary'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { londonToday } from './londonToday'

export interface ImportDryRunOptions {
  /** The folder of the extract. */
  readonly ssd: string
  readonly json?: boolean
}

/** `caseclock import --ssd --dry-run`: what would be taken, and what could not be. Needs no database, writes nothing. */
export async function runImportDryRun({ ssd, json = false }: ImportDryRunOptions, io: Io): Promise<ExitCode> {
  const events: Record<string, number> = {}
  let cases = 0
  let openCases = 0
  let children = 0
  const { people, teams, read, findings } = await readOrRefuse(ssd, (family) => {
    cases += 1
    openCases += family.open ? 1 : 0
    children += family.children.length
    for (const { kind } of family.events) events[kind] = (events[kind] ?? 0) + 1
  })
  const around = { people: people.length, teams: teams.length }
  printSummary({ source: 'ssd', read, cases, openCases, children, ...around, events, findings }, json, io)
  return findings.length > 0 ? EXIT.problems : EXIT.done
}

/** Reads an extract; one that cannot be read ends the command with the sentence that says why. */
const readOrRefuse = (folder: string, take: (family: ImportedFamily) => void): Promise<ExtractAround> =>
  eachFamily(folder, londonToday().toString(), take).catch((error: unknown) => {
    throw error instanceof ExtractRefused ? new CommandFailed(EXIT.usage, error.message) : error
  })
